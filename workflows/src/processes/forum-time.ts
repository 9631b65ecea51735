import type { Whereabouts } from '@madang/contracts';
import {
  condition,
  defineQuery,
  defineSignal,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities, CommandAsk, QueryAsk } from '../activities/activities.ts';
import { type Place, placeInWords, wordsOf } from './place-in-words.rules.ts';
import { saying } from './sayings.rules.ts';

/** A fact that a process is told of: where it lies, and the ids it speaks of. */
export type FactSignal = {
  readonly source: string;
  readonly sequence: number;
  readonly type: string;
  readonly at: string;
  readonly ids: Readonly<Record<string, string>>;
  /** Whose act it is: a person's, or one of the clock itself. Absent in signals of before. */
  readonly by?: 'person' | 'process';
  /** Within which trace it was told, when somebody looks at traces. */
  readonly traceparent?: string;
};

export const factSignal = defineSignal<[FactSignal]>('fact');
export const wakeSignal = defineSignal<[string]>('wake');
export const whereaboutsQuery = defineQuery<Whereabouts>('whereabouts');

/** The trace of the fact that a process acts on; none when it acts because time has passed. */
let acting: string | undefined;

/** Asking may take as long as what is asked is away. */
const activities = proxyLocalActivities<Activities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});
const traced = <A extends object>(ask: A): A => (acting ? { ...ask, traceparent: acting } : ask);

/** What a process may do outside. What it asks goes on within the trace of the fact it was told last. */
export const outside: typeof activities = new Proxy(activities, {
  get: (target, name: keyof typeof activities) => {
    if (name === 'askCommand') return (ask: CommandAsk) => target.askCommand(traced(ask));
    if (name === 'askQuery') return (ask: QueryAsk) => target.askQuery(traced(ask));
    return target[name];
  },
});

/** What a life hands to the next when it begins a new run: how far it heard, what time it is, who acted last. */
export type Legacy = {
  readonly seen: Readonly<Record<string, number>>;
  readonly now: string;
  readonly lastHumanAct?: Whereabouts['lastHumanAct'];
};

export type Told = {
  readonly process: Whereabouts['process'];
  readonly forumId: string;
  readonly clock: 'wall' | 'stepped';
  readonly cycleId?: string;
};

/** Acts of people among facts that do not say whose they are: those told before they did. */
const HUMAN =
  /^(forums\.cycle|forums\.ballot|forums\.meeting|ministries\.obligation\.(delegated|extension|discharged|returned|withdrawn)|commitments\.(response|contribution|commitment))/;

/**
 * What every process has: facts it is told of (repeats and old ones are dropped), the forum's clock, and an answer to
 * where it stands. In a rehearsal it files each wait in the agenda instead of setting a timer.
 */
export const forumTime = (told: Told, from?: Legacy) => {
  const seen: Record<string, number> = { ...from?.seen };
  const processId = workflowInfo().workflowId;
  let now = from?.now ?? '';
  let signals = 0;
  const facts: FactSignal[] = [];
  let zone = 'UTC';
  let place: Place = {
    stage: saying('starting'),
    waitingFor: saying('itself'),
    awaited: [],
    until: null,
    next: saying('looks'),
  };
  let lastHumanAct: Whereabouts['lastHumanAct'] = from?.lastHumanAct ?? null;

  setHandler(factSignal, (fact) => {
    signals += 1;
    if (fact.sequence <= (seen[fact.source] ?? 0)) return;
    seen[fact.source] = fact.sequence;
    acting = fact.traceparent;
    facts.push(fact);
    if (fact.by === undefined ? HUMAN.test(fact.type) : fact.by === 'person')
      lastHumanAct = { source: fact.source as never, sequence: fact.sequence, type: fact.type, at: fact.at };
  });
  setHandler(wakeSignal, (instant) => {
    signals += 1;
    if (instant > now) now = instant;
  });
  setHandler(whereaboutsQuery, () => ({
    process: told.process,
    processId,
    forumId: told.forumId,
    ...wordsOf(place),
    until: place.until,
    awaited: [...place.awaited],
    lastHumanAct,
    said: { stage: place.stage, waitingFor: place.waitingFor, next: place.next },
  }));

  const isStepped = told.clock === 'stepped';
  const time = (): string => now;
  const file = (until: string | null, done = false): Promise<void> =>
    outside.fileRest({
      forumId: told.forumId,
      processId,
      until,
      handled: { ...seen },
      woken: now || null,
      ...(done ? { done } : {}),
    });

  /** Says where it stands; also what Temporal's own pages show. */
  const stand = (where: Partial<Place>): void => {
    place = { ...place, until: null, awaited: [], ...where };
    setCurrentDetails(placeInWords(told.process, place, zone, lastHumanAct));
    if (where.stage !== undefined || where.until !== undefined)
      upsertSearchAttributes({
        MadangStage: [wordsOf(place).stage],
        // Operators look for what is overdue by the wall's clock; a rehearsal's instants are past from the beginning.
        MadangDue: place.until && !isStepped ? [new Date(place.until)] : [],
      });
  };

  return {
    /** Must be called first in a new life: asks the forum what time it is. */
    begin: async (forumNow: () => Promise<string>): Promise<void> => {
      const asked = isStepped
        ? now === ''
          ? await forumNow()
          : now
        : (await outside.wallClock({ until: null })).now;
      if (asked > now) now = asked;
    },
    time,
    stand,
    /** Dates are shown in this zone; until it is known, in UTC. */
    speakIn: (known: string): void => {
      zone = known;
    },
    seen: (): Readonly<Record<string, number>> => ({ ...seen }),
    /** What the next run of the same process is to know. */
    legacy: (): Legacy => ({ seen: { ...seen }, now: isStepped ? now : '', lastHumanAct }),
    after: (): Readonly<Record<string, number>> => ({ ...seen }),
    /** Something else was told: whoever rests looks again. */
    note: (): void => {
      signals += 1;
    },
    /** Whether facts were told since they were last taken. */
    isTold: (): boolean => facts.length > 0,
    /** Facts told since last asked. */
    takeFacts: (): readonly FactSignal[] => facts.splice(0),
    /** Waits for the next signal, or until an instant of the forum's clock. Never misses one that came meanwhile. */
    rest: async (until: string | null): Promise<void> => {
      if (facts.length > 0 || (until !== null && time() >= until)) return;
      const mark = signals;
      acting = undefined;
      if (isStepped) {
        await file(until);
        await condition(() => signals !== mark);
        return;
      }
      // Long waits are cut and taken up again: a timer that spans years would outlive its worker's code.
      const { wait } = await outside.wallClock({ until });
      if (until === null) await condition(() => signals !== mark);
      else if (wait > 0) await condition(() => signals !== mark, wait);
      now = (await outside.wallClock({ until: null })).now;
    },
    /** Lets a moment pass before something is tried again that was refused as too early: clocks differ between machines. */
    pause: async (): Promise<void> => {
      const mark = signals;
      if (isStepped) await file(null);
      await (isStepped ? condition(() => signals !== mark) : condition(() => signals !== mark, '5 seconds'));
    },
    /** Files that it has ended. */
    end: async (): Promise<void> => {
      if (isStepped) await file(null, true);
    },
  };
};
export type ForumTime = ReturnType<typeof forumTime>;
