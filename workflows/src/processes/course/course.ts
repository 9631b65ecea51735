import type { After, Whereabouts } from '@madang/contracts';
import {
  condition,
  defineQuery,
  defineSignal,
  defineUpdate,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { asks } from './asks.ts';
import { detailsOf, farther, isNews, later, versionOf } from './course.rules.ts';
import { messages } from './messages.ts';
import type { Instant, Place, Repair, Rest, Start, Told, Wake } from './words.ts';

const LONGEST_TIMER = 30 * 24 * 3_600_000;

/** A process on its way: what it has heard, where its forum's clock stands, and how it waits. */
export type Course = {
  readonly given: Start;
  /** Rests until the forum's clock has come to the instant, or until `ready`. Both are looked at anew whenever something is heard. */
  readonly rest: (until: () => Instant | undefined, ready: () => boolean) => Promise<'come' | 'ready'>;
  readonly untilInstant: (instant: Instant) => Promise<unknown>;
  /** Rests until something new is heard or an operator says to look again. */
  readonly untilTold: () => Promise<unknown>;
  /** Lets some time pass before something is tried again that was refused as too early. */
  readonly breathe: () => Promise<unknown>;
  /** How often something new was heard. */
  readonly news: () => number;
  readonly now: () => Instant;
  readonly known: () => After;
  readonly learn: (known: After) => void;
  /** Names what was heard so far. */
  readonly version: () => string;
  /** Names a command; after a refusal, which is remembered with its id for ever, it needs another name. */
  readonly purpose: (name: string) => string;
  readonly refused: (name: string) => void;
  readonly began: (processId: string, begun: string) => void;
  /** What the next run of this process is started with. */
  readonly carried: () => Start;
  /** Files that nothing is waited for any more. */
  readonly end: () => Promise<void>;
};

/** Takes up a process: to be called before anything is awaited, so that no signal finds nobody. */
export const takeCourse = (
  process: Whereabouts['process'],
  given: Start,
  place: () => Place,
  hear: (fact: Told | 'look-again') => void = () => {},
): Course => {
  const processId = workflowInfo().workflowId;
  let { handled, known, now = '', lastAct = null, started = {}, rests = 0 } = given;
  let stirs = 0;
  let news = 0;
  let skipped = false;
  let until: Instant | null = null;
  let shown = '';
  const refusals = new Map<string, number>();

  const whereabouts = (): Whereabouts => {
    const { stage, waitingFor, awaited, next } = place();
    const { forumId } = given;
    return {
      process,
      processId,
      forumId,
      stage,
      waitingFor,
      awaited: [...awaited],
      until,
      next,
      lastHumanAct: lastAct,
    };
  };
  const heard = (what: Told | 'look-again'): void => {
    news += 1;
    hear(what);
  };

  setHandler(defineSignal<[Told]>(messages.fact), (fact) => {
    stirs += 1;
    known = farther(known, { [fact.source]: fact.sequence });
    if (!isNews(handled, fact)) return;
    handled = farther(handled, { [fact.source]: fact.sequence });
    const { source, sequence, type, at } = fact;
    if (fact.human) lastAct = { source, sequence, type, at };
    heard(fact);
  });
  setHandler(defineSignal<[Wake]>(messages.wake), (wake) => {
    stirs += 1;
    now = later(now, wake.now);
    known = farther(known, wake.known);
  });
  setHandler(defineQuery<Whereabouts>(messages.whereabouts), whereabouts);
  setHandler(defineUpdate<Whereabouts, [Repair]>(messages.lookAgain), () => {
    stirs += 1;
    heard('look-again');
    return whereabouts();
  });
  setHandler(defineUpdate<Whereabouts, [Repair]>(messages.skipWait), () => {
    stirs += 1;
    skipped = until !== null;
    return whereabouts();
  });

  const show = (): void => {
    const { stage } = place();
    setCurrentDetails(detailsOf(place(), until));
    if (shown === `${stage} ${until}`) return;
    shown = `${stage} ${until}`;
    upsertSearchAttributes([
      { key: { name: 'MadangStage', type: 'KEYWORD' }, value: stage },
      { key: { name: 'MadangDue', type: 'DATETIME' }, value: until === null ? null : new Date(until) },
    ]);
  };
  /** Gives the milliseconds that are left by the wall's clock, where the forum goes by it. */
  const file = async (ended: boolean): Promise<number | null> => {
    rests += 1;
    const rest: Rest = { ...whereabouts(), handled, now, begun: given.begun, started, ended, rests };
    const wall = await asks.fileRest({ rest, clock: given.clock });
    now = later(now, wall?.now ?? '');
    return wall?.left ?? null;
  };

  const rest: Course['rest'] = async (instant, ready) => {
    for (;;) {
      if (ready()) return 'ready';
      const at = instant();
      if (at !== undefined && (skipped || now >= at)) {
        skipped = false;
        return 'come';
      }
      until = at ?? null;
      show();
      const seen = stirs;
      const stirred = (): boolean => stirs !== seen;
      const left = await file(false);
      if (stirred() || (at !== undefined && now >= at)) continue;
      if (at === undefined || left === null) await condition(stirred);
      else if (left > LONGEST_TIMER) await condition(stirred, LONGEST_TIMER);
      else if (!(await condition(stirred, Math.max(1, left)))) now = later(now, at);
    }
  };
  const untilTold = (): Promise<unknown> => {
    const seen = news;
    return rest(
      () => undefined,
      () => news !== seen,
    );
  };
  const end = async (): Promise<void> => {
    until = null;
    // Whoever was told something while it was filed must be in what is filed.
    for (let seen = -1; seen !== stirs; ) {
      seen = stirs;
      await file(true);
    }
    setCurrentDetails('**ended**');
  };

  return {
    given,
    rest,
    untilTold,
    untilInstant: (instant) =>
      rest(
        () => instant,
        () => false,
      ),
    breathe: async () => {
      const seen = stirs;
      if (given.clock === 'stepped') await untilTold();
      else await condition(() => stirs !== seen, '15 seconds');
    },
    news: () => news,
    now: () => now,
    known: () => known,
    learn: (more) => {
      known = farther(known, more);
    },
    version: () => versionOf(handled),
    purpose: (name) => (refusals.has(name) ? `${name}/again-${refusals.get(name)}` : name),
    refused: (name) => void refusals.set(name, (refusals.get(name) ?? 0) + 1),
    began: (id, begun) => {
      started = { ...started, [id]: begun };
    },
    carried: () => ({ ...given, handled, known, now, lastAct, started, rests }),
    end,
  };
};
