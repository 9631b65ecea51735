import { CycleStanding, StepForumClock } from '@madang/contracts';
import type { Portal } from '../portal/portal.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { answering } from './answering.ts';
import { approval } from './approval.ts';
import { consultation } from './consultation.ts';
import { development } from './development.ts';
import { drawnContributions } from './drawn-contributions.ts';
import { duties } from './duties.ts';
import { founding } from './founding.ts';
import { meetings } from './meetings.ts';
import { prepareRehearsal, type Rehearsal } from './rehearsal.ts';
import { type Tried, trials } from './trials.ts';

/** What can be shown while a rehearsal runs. */
export type Glimpse = {
  readonly now: string;
  readonly stage: string;
  readonly act: string;
  readonly commands: number;
  readonly steps: number;
  readonly awaited: readonly {
    readonly institution: string;
    readonly kind: string;
    readonly dueOn: string;
    readonly lastRung: string | null;
  }[];
};

/** Told after every act and step; the rehearsal waits for it. */
export type Show = (glimpse: Glimpse) => void | Promise<void>;

/** What a rehearsal leaves in the hand of its driver; the facts lie in the record. */
export type Driven = {
  readonly rehearsal: Rehearsal;
  readonly tried: readonly Tried[];
  readonly steps: number;
  /** Milliseconds of wall time by part: acts of people, steps of the clock, looking. */
  readonly spent: Readonly<Record<string, number>>;
};

const stuckAfter = 500;

/** Plays a whole scenario through the public API, on the forum's clock. */
export const drive = async (
  scenario: Scenario,
  portal: Portal,
  run: string,
  show: Show = () => {},
): Promise<Driven> => {
  const r = prepareRehearsal(scenario, portal, run);
  const drawn = drawnContributions(scenario);
  founding(r);
  meetings(r);
  development(r);
  consultation(r, drawn);
  const desks = duties(r, answering(r, drawn));
  approval(r);
  const tried = trials(r);
  const end = r.at(scenario.endsOn, 12);
  r.agenda.put(end, 'the rehearsal ends', async () => {});

  const spent: Record<string, number> = {};
  const timed = async <T>(part: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const result = await work();
    spent[part] = (spent[part] ?? 0) + performance.now() - begun;
    return result;
  };

  let now = r.at(scenario.forum.startsOn, 0);
  let steps = 0;
  let act = '';
  let stage = '';
  const codes = new Map(scenario.institutions.map(({ code }) => [r.ids.of(`institution/${code}`), code]));
  const opensAt = r.at(scenario.cycle.opensOn, 10);

  const look = async (): Promise<void> => {
    if (now < opensAt || portal.journal.entries.every(({ type }) => type !== 'forums.open-cycle.v1'))
      return await show({
        now,
        stage: 'founding',
        act,
        commands: portal.journal.entries.length,
        steps,
        awaited: [],
      });
    const open = await desks.look(now);
    ({ stage } = await portal.query(r.cast.operator, CycleStanding, { cycleId: r.cycleId }));
    const awaited = open.map(({ institutionId, obligationKind: kind, dueOn, lastRung }) => ({
      institution: codes.get(institutionId) ?? institutionId,
      kind,
      dueOn,
      lastRung,
    }));
    await show({ now, stage, act, commands: portal.journal.entries.length, steps, awaited });
  };

  /** Steps the clock once, at most to `notAfter`; true when it moved. */
  const step = async (notAfter: string): Promise<boolean> => {
    const stepped = await timed('clock', () =>
      portal.query(r.cast.operator, StepForumClock, { forumId: r.forumId, notAfter, from: now }),
    );
    steps += 1;
    const moved = stepped.now > now;
    now = stepped.now;
    if (moved) await timed('looking', look);
    return moved;
  };

  let stood = 0;
  for (let next = r.agenda.next(); next !== undefined; next = r.agenda.next()) {
    if (now < next.at) {
      // What the step wakes may give somebody something to do before the act that was waited for.
      r.agenda.putBack(next);
      stood = (await step(next.at)) ? 0 : stood + 1;
      if (stood > stuckAfter)
        throw new Error(
          `The forum's clock stands at ${now} and does not come to ${next.at} (${next.title}).`,
        );
      continue;
    }
    act = next.title;
    await timed(`acts: ${stage === '' ? 'founding' : stage}`, next.play);
    await timed('looking', look);
  }
  return { rehearsal: r, tried, steps, spent };
};
