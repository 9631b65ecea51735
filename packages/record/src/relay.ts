import type { Database } from './database.ts';

/** What the relay needs of the way to the service's own stream. */
export type Outlet = {
  readonly head: () => Promise<number>;
  readonly publish: (
    facts: readonly { readonly sequence: number; readonly type: string; readonly bytes: string }[],
  ) => Promise<void>;
};

export type Relay = {
  /** Something was committed. */
  readonly nudge: () => void;
  /** Last fact known to be in the stream. */
  readonly published: () => number;
  readonly stop: () => Promise<void>;
};

const AT_ONCE = 256;
const POLL = 500;

/**
 * Publishes committed facts to the service's stream in order and without gaps: numbers are given under one lock, and each
 * publish expects the one before as the stream's last. Several relays of one service do no harm: the slower one is told
 * that it is not its turn, reads the head again and goes on from there. A lost stream is refilled the same way.
 */
export const startRelay = (to: {
  readonly database: Database;
  readonly outlet: Outlet;
  readonly at: (point: 'relay-before-publish' | 'relay-after-publish') => void;
  readonly onFault: (fault: unknown) => void;
}): Relay => {
  let head: number | undefined;
  let wake: (() => void) | undefined;
  let nudged = false;
  let running = true;

  const step = async (): Promise<boolean> => {
    head ??= await to.outlet.head();
    const rows = await to.database.$queryRawUnsafe<{ sequence: bigint; type: string; bytes: string }[]>(
      'SELECT sequence, type, bytes FROM event WHERE sequence > $1 ORDER BY sequence LIMIT $2',
      head,
      AT_ONCE,
    );
    if (rows.length === 0) return false;
    const facts = rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
    if (facts[0]?.sequence !== head + 1)
      throw new Error(`the rows miss fact ${head + 1}: they must be refilled from the stream`);
    to.at('relay-before-publish');
    await to.outlet.publish(facts);
    to.at('relay-after-publish');
    head = facts.at(-1)?.sequence;
    return true;
  };

  const rest = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (running) {
      nudged = false;
      try {
        if (await step()) continue;
        if (!nudged && running) await rest(POLL);
      } catch (fault) {
        head = undefined;
        to.onFault(fault);
        if (running) await rest(50 + Math.random() * 100);
      }
    }
  };
  const finished = run();
  return {
    nudge: () => {
      nudged = true;
      wake?.();
    },
    published: () => head ?? 0,
    stop: async () => {
      running = false;
      wake?.();
      await finished;
    },
  };
};
