import type { After, DatedStage, StageDates, Whereabouts } from '@madang/contracts';
import { factNames } from '@madang/contracts/names';
import type { Calendar, Done, Standing } from '../../activities/index.ts';
import { asks, type Said, said } from '../course/asks.ts';
import { type Course, takeCourse } from '../course/course.ts';
import type { Instant, Place, Start, Told } from '../course/words.ts';
import { datesOf } from './stage.rules.ts';

/** What every command is asked with. */
type Asking = {
  readonly forumId: string;
  readonly purpose: string;
  readonly after: After;
  readonly cycleId: string;
};

/** A process of a cycle: it knows where the cycle stands, and waits while it is suspended. */
export type StageCourse = Course & {
  readonly cycleId: string;
  readonly standing: () => Standing;
  readonly calendar: () => Calendar;
  /** Rests until the cycle goes on and an instant of its timetable has come, or until `ready`. */
  readonly until: (
    instant: (standing: Standing) => Instant | undefined,
    ready?: (standing: Standing) => boolean,
  ) => Promise<'come' | 'ready'>;
  /** Asks for a command named `cycle/<id>/<purpose>`. */
  readonly ask: <T extends Done>(purpose: string, send: (asking: Asking) => Promise<T>) => Promise<Said<T>>;
  /** Asks where things stand, with everything heard so far. */
  readonly look: () => Promise<void>;
  readonly about: () => { readonly cycleId: string; readonly after: After };
};

/** A story is left when its cycle is closed. */
const CLOSED = Symbol('the cycle is closed');

const changesTheDates: readonly string[] = [
  factNames.timetablePublished,
  factNames.deadlineMoved,
  factNames.cycleSuspended,
  factNames.cycleResumed,
  factNames.consultationSealed,
  factNames.planApproved,
  factNames.planSubmitted,
  factNames.signOffsSealed,
  factNames.cycleClosed,
];

/** Tells the story of a process of a cycle from where the cycle stands, until the story or the cycle is over. */
export const tellStory = async (
  process: Whereabouts['process'],
  given: Start,
  tell: {
    readonly place: (standing: Standing | undefined) => Place;
    readonly hear?: (fact: Told) => void;
    readonly story: (course: StageCourse) => Promise<void>;
  },
): Promise<void> => {
  let standing: Standing | undefined;
  let stale = true;
  const course = takeCourse(
    process,
    given,
    () => tell.place(standing),
    (fact) => {
      if (fact === 'look-again' || changesTheDates.includes(fact.type)) stale = true;
      if (fact !== 'look-again') tell.hear?.(fact);
    },
  );
  const cycleId = given.id;
  const about = () => ({ cycleId, after: course.known() });
  const look = async (): Promise<void> => {
    stale = false;
    standing = await asks.cycleStanding(about());
    if (standing.closed) throw CLOSED;
  };
  const stood = (): Standing => {
    if (standing === undefined) throw new Error('the standing is asked first');
    return standing;
  };

  const on: StageCourse = {
    ...course,
    cycleId,
    look,
    about,
    standing: stood,
    calendar: () => {
      const { zone, country, rulePack } = stood();
      return { zone, country, rulePack };
    },
    until: async (instant, ready = () => false) => {
      for (;;) {
        while (stale) await look();
        if (ready(stood())) return 'ready';
        const came = await course.rest(
          () => (stood().suspended ? undefined : instant(stood())),
          () => stale || ready(stood()),
        );
        if (came === 'come') return 'come';
      }
    },
    ask: async (purpose, send) => {
      const { forumId } = given;
      const name = `cycle/${cycleId}/${purpose}`;
      const asking = { forumId, cycleId, purpose: course.purpose(name), after: course.known() };
      const what = await said(send(asking));
      if (what.refused === undefined) course.learn(what.answer.known);
      else course.refused(name);
      return what;
    },
  };
  try {
    await look();
    await tell.story(on);
  } catch (left) {
    if (left !== CLOSED) throw left;
  }
  await course.end();
};

/** Begins a stage on its day; refused by a gate it waits for the fact that may open it, and tries again. */
export const beginStage = async (on: StageCourse, stage: DatedStage): Promise<StageDates> => {
  for (;;) {
    await on.until((standing) => datesOf(standing, stage)?.opensAt);
    const dates = datesOf(on.standing(), stage);
    const begun = await on.ask(`begin/${stage}/${on.version()}`, (asking) =>
      asks.beginStage({ ...asking, stage }),
    );
    if (begun.refused === undefined && dates) return dates;
    if (begun.refused === 'stage-not-due') await on.breathe();
    else await on.untilTold();
    await on.look();
  }
};
