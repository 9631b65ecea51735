import type { EventEnvelope, ServiceName } from '@madang/contracts';
import { type Db, PATIENCE } from './database.ts';
import { holdPosition, movePosition, positions } from './position.ts';
import { type HeardFact, type Hearing, hearingOf, isEarly, isNotYet, takeFacts } from './take-facts.ts';
import type { RecordContext } from './types.ts';

export type Inlet = {
  readonly source: ServiceName;
  readonly read: (afterSequence: number, max: number) => Promise<readonly HeardFact[]>;
  readonly onHint: (callback: () => void) => () => void;
};

export type Listener = {
  readonly source: ServiceName;
  /** Last sequence taken in, as far as this process knows. */
  readonly heard: () => number;
  /** Look again now: something waiting may have become possible. */
  readonly nudge: () => void;
  readonly stop: () => Promise<void>;
};

const AT_ONCE = 200;
const POLL = 1_000;
const MOST_TRIES = 5;

type Deps = {
  readonly context: RecordContext;
  readonly inlet: Inlet;
  readonly onTaken: (source: ServiceName, sequence: number, own: readonly EventEnvelope[]) => void;
  readonly onFault: (fault: unknown) => void;
};

/**
 * Listens to one source. Its truth is its position row, moved in the transaction of the effects, so each fact takes effect
 * once. Facts are taken in bulk; when that fails one by one; an early fact waits in a table with what follows for its
 * aggregate; a poison one is parked with its reason after five tries and only its aggregate stands still.
 */
export const startListener = ({ context, inlet, onTaken, onFault }: Deps): Listener => {
  const { source } = inlet;
  const name = context.service.name;
  const hearing = hearingOf(context, source);
  const types = new Set(
    [...hearing.copies, ...hearing.reactions]
      .map((one) => one.event.type)
      .concat('forums.forum.founded.v1', 'forums.clock.stepped.v1'),
  );
  const sources = new Set(Object.keys(context.service.hears) as ServiceName[]);
  const tries = new Map<number, number>();
  let heard = 0;
  let running = true;
  let nudged = true;
  let wake: (() => void) | undefined;
  const nudge = (): void => {
    nudged = true;
    wake?.();
  };

  const blocked = async (tx: Db, facts: readonly EventEnvelope[]): Promise<ReadonlySet<string>> => {
    const rows = await tx.$queryRawUnsafe<{ aggregate: string }[]>(
      'SELECT DISTINCT aggregate FROM waiting WHERE source = $1 AND aggregate = ANY($2::text[])',
      source,
      facts.map((fact) => fact.subject),
    );
    return new Set(rows.map((row) => row.aggregate));
  };

  const putAside = (
    tx: Db,
    fact: HeardFact,
    state: 'early' | 'parked' | 'behind',
    reason: string,
  ): Promise<number> =>
    tx.$executeRawUnsafe(
      'INSERT INTO waiting VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
      source,
      fact.sequence,
      fact.event.subject,
      state,
      reason,
      fact.bytes,
    );

  /** Takes a page in one transaction; `single` when the page is one fact that failed before. */
  const take = async (page: readonly HeardFact[]): Promise<void> => {
    const last = page.at(-1)?.sequence ?? heard;
    const own = await context.database.$transaction(async (tx) => {
      const at = await holdPosition(tx, name, source);
      const fresh = page.filter((fact) => fact.sequence > at);
      const wanted = fresh.filter((fact) => types.has(fact.event.type));
      const held = new Set(
        await blocked(
          tx,
          wanted.map((fact) => fact.event),
        ),
      );
      const known = { ...(await positions(tx)), [source]: last };
      const ready: EventEnvelope[] = [];
      for (const fact of wanted) {
        const early = isEarly(fact.event, known, sources);
        if (early || held.has(fact.event.subject)) {
          await putAside(
            tx,
            fact,
            early ? 'early' : 'behind',
            early ? 'its cause is not heard yet' : 'follows one that waits',
          );
          held.add(fact.event.subject);
        } else ready.push(fact.event);
      }
      const events = ready.length > 0 ? await takeFacts(context, tx, hearing, ready) : [];
      if (fresh.length > 0) await movePosition(tx, name, source, last);
      context.at('consumer-before-commit');
      return events;
    }, PATIENCE);
    context.at('consumer-after-commit');
    heard = last;
    onTaken(source, last, own);
  };

  /** One fact that failed: early facts wait, poison is parked after its tries, faults of the engines are tried again. */
  const takeOne = async (fact: HeardFact): Promise<void> => {
    try {
      await take([fact]);
      tries.delete(fact.sequence);
    } catch (fault) {
      const failed = (tries.get(fact.sequence) ?? 0) + 1;
      tries.set(fact.sequence, failed);
      if (!isNotYet(fault) && failed < MOST_TRIES) throw fault;
      await context.database.$transaction(async (tx) => {
        const at = await holdPosition(tx, name, source);
        if (at >= fact.sequence) return;
        await putAside(tx, fact, isNotYet(fault) ? 'early' : 'parked', reasonOf(fault));
        await movePosition(tx, name, source, fact.sequence);
      }, PATIENCE);
      tries.delete(fact.sequence);
      heard = fact.sequence;
      onTaken(source, heard, []);
      onFault(fault);
    }
  };

  const step = async (): Promise<boolean> => {
    const page = await inlet.read(heard, AT_ONCE);
    if (page.length === 0) return false;
    try {
      await take(page);
    } catch {
      for (const fact of page) await takeOne(fact);
    }
    return true;
  };

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    const stopHints = inlet.onHint(nudge);
    while (running) {
      try {
        heard = (await positions(context.database))[source] ?? 0;
        break;
      } catch (fault) {
        onFault(fault);
        await rest();
      }
    }
    while (running) {
      nudged = false;
      try {
        const moved = await step();
        await releaseWaiting({ context, hearing, source, sources, onTaken, onFault });
        if (!moved && !nudged && running) await rest();
      } catch (fault) {
        onFault(fault);
        if (running) await rest();
      }
    }
    stopHints();
  };
  const finished = run();
  return {
    source,
    heard: () => heard,
    nudge,
    stop: async () => {
      running = false;
      wake?.();
      await finished;
    },
  };
};

/** Codes only: a reason never repeats what a fact or a fault says of people. */
export const reasonOf = (fault: unknown): string =>
  fault instanceof Error ? `${fault.name}: ${fault.message}`.slice(0, 300) : 'unknown fault';

type Releasing = {
  readonly context: RecordContext;
  readonly hearing: Hearing;
  readonly source: ServiceName;
  readonly sources: ReadonlySet<ServiceName>;
  readonly onTaken: Deps['onTaken'];
  readonly onFault: Deps['onFault'];
};

/** Takes in what waited, aggregate by aggregate in order, as far as its causes are heard now. `parked` ones only when asked to. */
export const releaseWaiting = async (deps: Releasing, replay?: string): Promise<number> => {
  const { context, hearing, source, sources } = deps;
  const first = await context.database.$queryRawUnsafe<{ aggregate: string; state: string }[]>(
    'SELECT DISTINCT ON (aggregate) aggregate, state FROM waiting WHERE source = $1 ORDER BY aggregate, sequence',
    source,
  );
  let released = 0;
  for (const { aggregate, state } of first) {
    if (replay === undefined ? state === 'parked' : aggregate !== replay) continue;
    try {
      released += await context.database.$transaction(async (tx) => {
        await holdPosition(tx, context.service.name, source);
        const rows = await tx.$queryRawUnsafe<{ sequence: bigint; bytes: string }[]>(
          'SELECT sequence, bytes FROM waiting WHERE source = $1 AND aggregate = $2 ORDER BY sequence FOR UPDATE',
          source,
          aggregate,
        );
        const known = await positions(tx);
        const events = rows.map((row) => JSON.parse(row.bytes) as EventEnvelope);
        if (events.some((event) => isEarly(event, known, sources))) return 0;
        const own = await takeFacts(context, tx, hearing, events);
        await tx.$executeRawUnsafe(
          'DELETE FROM waiting WHERE source = $1 AND aggregate = $2',
          source,
          aggregate,
        );
        deps.onTaken(source, known[source] ?? 0, own);
        return rows.length;
      }, PATIENCE);
    } catch (fault) {
      if (!isNotYet(fault)) deps.onFault(fault);
    }
  }
  return released;
};
