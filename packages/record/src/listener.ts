import type { EventEnvelope, ServiceName } from '@madang/contracts';
import { isEngineFault } from './database.ts';
import { passingOver } from './passing-over.ts';
import { positions } from './position.ts';
import { releaseWaiting } from './release-waiting.ts';
import { type HeardFact, hearingOf, isNotYet } from './take-facts.ts';
import { setAside, type Taking, takePage } from './take-page.ts';
import type { RecordContext } from './types.ts';

export type Inlet = {
  readonly source: ServiceName;
  readonly read: (afterSequence: number, max: number) => Promise<readonly HeardFact[]>;
  /** A fact as it is published, before it can be read; or just that something is there. */
  readonly onHint: (callback: (fact?: HeardFact) => void) => () => void;
  /** Takes a page in within the traces of its facts that mean something here. */
  readonly within?: <F extends HeardFact, T>(
    page: readonly F[],
    means: (event: EventEnvelope) => boolean,
    take: (page: readonly F[]) => Promise<T>,
  ) => Promise<T>;
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
const MOST_HINTED = 2_000;
const POLL = 1_000;
const MOST_TRIES = 5;
const CLOCK_FACTS = ['forums.forum.founded.v1', 'forums.clock.stepped.v1'];

/**
 * Listens to one source. Its truth is its position row, moved in the transaction of the effects, so each fact takes effect
 * once. A fact that is next in line is taken as it is published (it was committed before it was sent); whatever else there
 * is, is read from the stream. Facts are taken in bulk and, when that fails, one by one; an early fact waits in a table with
 * what follows for its aggregate; a poison one is parked with its reason after five tries and only its aggregate stands still.
 */
export const startListener = ({
  context,
  inlet,
  onTaken,
  onFault,
}: {
  readonly context: RecordContext;
  readonly inlet: Inlet;
  readonly onTaken: (source: ServiceName, sequence: number, own: readonly EventEnvelope[]) => void;
  readonly onFault: (fault: unknown) => void;
}): Listener => {
  const { source } = inlet;
  const hearing = hearingOf(context, source);
  const types = new Set(
    [...hearing.copies, ...hearing.reactions].map((one) => one.event.type).concat(CLOCK_FACTS),
  );
  const sources = new Set(Object.keys(context.service.hears) as ServiceName[]);
  const taking: Taking = { context, hearing, source, sources, types };
  const tries = new Map<number, number>();
  const passing = passingOver(context, source, onFault);
  const hinted = new Map<number, HeardFact>();
  let heard = 0;
  let running = true;
  let nudged = true;
  let mayWait = true;
  let wake: (() => void) | undefined;

  const look = (): void => {
    nudged = true;
    wake?.();
  };

  const take = async (page: readonly HeardFact[]): Promise<void> => {
    if (!page.some((fact) => types.has(fact.event.type))) {
      heard = page.at(-1)?.sequence ?? heard;
      passing.upTo(heard);
      return onTaken(source, heard, []);
    }
    const takeIn = (facts: readonly HeardFact[]) => takePage(taking, facts, heard);
    const { own, putAside } = await (inlet.within
      ? inlet.within(page, (event) => types.has(event.type), takeIn)
      : takeIn(page));
    if (putAside > 0) mayWait = true;
    heard = page.at(-1)?.sequence ?? heard;
    onTaken(source, heard, own);
  };

  /** One fact that failed: an early one waits, poison is parked after its tries, a fault of an engine is only tried again. */
  const takeOne = async (fact: HeardFact): Promise<void> => {
    try {
      await take([fact]);
    } catch (fault) {
      if (isEngineFault(fault)) throw fault;
      const failed = (tries.get(fact.sequence) ?? 0) + 1;
      tries.set(fact.sequence, failed);
      if (!isNotYet(fault) && failed < MOST_TRIES) throw fault;
      await setAside(taking, fact, fault);
      mayWait = true;
      heard = fact.sequence;
      onTaken(source, heard, []);
      onFault(fault);
    }
    tries.delete(fact.sequence);
  };

  const hintedPage = (): readonly HeardFact[] => {
    const page: HeardFact[] = [];
    for (
      let next = hinted.get(heard + 1);
      next && page.length < AT_ONCE;
      next = hinted.get(heard + 1 + page.length)
    )
      page.push(next);
    return page;
  };

  const step = async (): Promise<boolean> => {
    for (const sequence of hinted.keys()) if (sequence <= heard) hinted.delete(sequence);
    const ready = hintedPage();
    const page = ready.length > 0 ? ready : await inlet.read(heard, AT_ONCE);
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
      const timer = setTimeout(() => {
        mayWait = true;
        resolve();
      }, POLL);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const release = async (): Promise<void> => {
    if (!mayWait) return;
    mayWait = false;
    const { left, released } = await releaseWaiting({ context, hearing, source, sources, onTaken, onFault });
    if (left > released) mayWait = released > 0;
  };

  const begin = async (): Promise<void> => {
    while (running) {
      try {
        heard = (await positions(context.database))[source] ?? 0;
        return;
      } catch (fault) {
        onFault(fault);
        await rest();
      }
    }
  };

  const run = async (): Promise<void> => {
    const stopHints = inlet.onHint((fact) => {
      if (fact && fact.sequence > heard && hinted.size < MOST_HINTED) hinted.set(fact.sequence, fact);
      look();
    });
    await begin();
    while (running) {
      nudged = false;
      try {
        const moved = await step();
        await release();
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
    nudge: () => {
      mayWait = true;
      look();
    },
    stop: async () => {
      running = false;
      wake?.();
      await finished;
      await passing.stop();
    },
  };
};
