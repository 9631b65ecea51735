import { setTimeout } from 'node:timers/promises';
import type { ServiceName } from '@madang/contracts';
import {
  type Database,
  hearingOf,
  hearingOnly,
  type Inlet,
  type ParkedFact,
  parkedFacts,
  type RecordContext,
  rebuildCopies,
  releaseWaiting,
  startListener,
} from '@madang/record';
import { emptyRows, rows } from './adapters/rows.ts';
import { wordRows } from './adapters/word-rows.ts';
import type { Heard } from './queries/site.ts';
import { type Standing, standing } from './queries/standing.ts';
import type { ReadPublic } from './queries/words.ts';
import { hears } from './service.ts';
import { fetchWords } from './word-fetcher.ts';

type Source = {
  readonly database: Database;
  readonly inlets: readonly Inlet[];
  readonly at?: RecordContext['at'];
};

export type ReadModel = {
  /** Forums and where they stand; while the rows cannot be read the first page is what it last was, and says so. */
  readonly standing: (after?: string, only?: readonly string[]) => Promise<Standing>;
  /** Last facts taken in, by source. */
  readonly heard: () => Readonly<Partial<Record<ServiceName, number>>>;
  /** Waits until a source was heard that far. @returns whether it was */
  readonly hasHeard: Heard;
  /** Facts that could not be taken in, a page from after the cursor on. */
  readonly parked: (
    cursor?: string,
  ) => Promise<{ readonly parked: readonly ParkedFact[]; readonly next: string | null }>;
  /** Tries what is parked of an aggregate again. @returns how many facts were taken in */
  readonly replay: (aggregate: string) => Promise<number>;
  readonly stop: () => Promise<void>;
};

const contextOf = ({ database, at }: Source): RecordContext =>
  hearingOnly({ name: 'portal', hears, database, rows, ...(at ? { at } : {}) });

/** Hears facts into the read model and answers what the pages ask of it. */
export const openReadModel = (
  source: Source & { readonly onFault: (fault: unknown) => void; readonly readPublic: ReadPublic },
): ReadModel => {
  const context = contextOf(source);
  const onTaken = (taken: ServiceName): void => {
    for (const one of listeners) if (one.source !== taken) one.nudge();
    words.nudge();
  };
  const { onFault } = source;
  const listeners = source.inlets.map((inlet) => startListener({ context, inlet, onTaken, onFault }));
  const sources = new Set(listeners.map((one) => one.source));
  const words = fetchWords(wordRows(source.database), source.readPublic, source.onFault);
  let lastLook: Standing | undefined;
  const look = async (after?: string, only?: readonly string[]): Promise<Standing> => {
    try {
      const now = await standing(rows(source.database), context.wallNow(), after, only);
      if (after === undefined && only === undefined) lastLook = { ...now, fresh: false };
      return now;
    } catch (fault) {
      if (after !== undefined || only !== undefined || lastLook === undefined) throw fault;
      source.onFault(fault);
      return lastLook;
    }
  };
  return {
    standing: look,
    heard: () => Object.fromEntries(listeners.map((one) => [one.source, one.heard()])),
    hasHeard: async (of, sequence, within) => {
      const listener = listeners.find((one) => one.source === of);
      const end = Date.now() + within;
      while (listener && listener.heard() < sequence && Date.now() < end) await setTimeout(25);
      return listener !== undefined && listener.heard() >= sequence;
    },
    parked: (cursor) => parkedFacts(source.database, cursor),
    replay: async (aggregate) => {
      let done = 0;
      for (const from of sources) {
        const releasing = { context, hearing: hearingOf(context, from), source: from, sources };
        done += (await releaseWaiting({ ...releasing, onTaken, onFault }, aggregate)).released;
      }
      return done;
    },
    stop: async () => {
      await words.stop();
      await Promise.all(listeners.map((one) => one.stop()));
    },
  };
};

/** Drops the read model and fills it again from the streams. @returns how many facts each source had */
export const rebuildReadModel = (source: Source): ReturnType<typeof rebuildCopies> =>
  rebuildCopies(contextOf(source), source.inlets, emptyRows);
