import type { Database } from './database.ts';

export type Outgoing = { readonly sequence: number; readonly type: string; readonly bytes: string };

/** What the relay needs of the way to the service's own stream. */
export type Outlet = {
  readonly head: () => Promise<number>;
  readonly publish: (facts: readonly Outgoing[]) => Promise<void>;
};

export type Relay = {
  /** These facts were committed just now: they need not be read again when they are next in line. */
  readonly offer: (facts: readonly Outgoing[]) => void;
  /** Last fact known to be acknowledged by the stream. */
  readonly published: () => number;
  readonly stop: () => Promise<void>;
};

const AT_ONCE = 256;
const MOST_OFFERED = 1024;
const POLL = 500;

/**
 * Publishes committed facts to the service's stream in order and without gaps: numbers are given under one lock, and what
 * is published expects the fact before it as the stream's last. What is committed while a publish is on its way goes
 * together with the next, so under load the stream's disk is waited for once for many facts. When one is not acknowledged, the head is read again and publishing goes on from there; that is also how several relays of one service get
 * along and how a lost stream is refilled. The rows are the truth; what is offered only spares reading them.
 */
export const startRelay = (to: {
  readonly database: Database;
  readonly outlet: Outlet;
  readonly at: (point: 'relay-before-publish' | 'relay-after-publish') => void;
  readonly onFault: (fault: unknown) => void;
}): Relay => {
  let sent: number | undefined;
  let acknowledged = 0;
  let inFlight = 0;
  let failed = false;
  let offered: Outgoing[] = [];
  let nudged = false;
  let running = true;
  let wake: (() => void) | undefined;

  const rest = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const next = async (after: number): Promise<readonly Outgoing[]> => {
    const inLine = offered
      .filter((fact) => fact.sequence > after)
      .toSorted((a, b) => a.sequence - b.sequence);
    offered = [];
    const run = inLine.filter((fact, index) => fact.sequence === after + 1 + index);
    if (run.length > 0) return run;
    const rows = await to.database.$queryRawUnsafe<{ sequence: bigint; type: string; bytes: string }[]>(
      'SELECT sequence, type, bytes FROM event WHERE sequence > $1 ORDER BY sequence LIMIT $2',
      after,
      AT_ONCE,
    );
    return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
  };

  const send = async (facts: readonly Outgoing[], last: number): Promise<void> => {
    inFlight += facts.length;
    try {
      await to.outlet.publish(facts);
      acknowledged = Math.max(acknowledged, last);
      to.at('relay-after-publish');
    } catch (fault) {
      failed = true;
      to.onFault(fault);
    } finally {
      inFlight -= facts.length;
      wake?.();
    }
  };

  const step = async (): Promise<boolean> => {
    if (sent === undefined) acknowledged = sent = await to.outlet.head();
    const facts = await next(sent);
    const [first] = facts;
    const last = facts.at(-1);
    if (!first || !last) return false;
    if (first.sequence !== sent + 1)
      throw new Error(`the rows miss fact ${sent + 1}: they must be refilled from the stream`);
    to.at('relay-before-publish');
    sent = last.sequence;
    void send(facts, last.sequence);
    return true;
  };

  /** After a failure everything in flight is awaited before the head is asked for. */
  const recover = async (): Promise<void> => {
    while (inFlight > 0 && running) await rest(POLL);
    failed = false;
    sent = undefined;
    offered = [];
    await rest(20 + Math.random() * 50);
  };

  const run = async (): Promise<void> => {
    while (running) {
      nudged = false;
      try {
        if (failed) await recover();
        else if (inFlight > 0) await rest(POLL);
        else if (!(await step()) && !nudged && !failed && running) await rest(POLL);
      } catch (fault) {
        failed = true;
        to.onFault(fault);
        if (running) await rest(100);
      }
    }
    while (inFlight > 0) await rest(10);
  };
  const finished = run();
  return {
    offer: (facts) => {
      if (offered.length < MOST_OFFERED) offered.push(...facts);
      nudged = true;
      wake?.();
    },
    published: () => acknowledged,
    stop: async () => {
      running = false;
      wake?.();
      await finished;
    },
  };
};
