import { addDays, dayOf, halfYearWindows } from '@madang/calendar';
import type { CyclePage } from './cycle.ts';

/** What was reported in a window, and by how many of those who owe it. */
export type WindowCounts = {
  readonly windowId: string;
  readonly milestones: number;
  readonly owed: number;
  readonly discharged: number;
};
export type WindowRows = {
  readonly windowCounts: (cycleId: string) => Promise<readonly WindowCounts[]>;
  /** Milestones in force of a cycle. */
  readonly milestonesOf: (cycleId: string) => Promise<number>;
};
export type WindowView = {
  /** Nothing for one that is planned. */
  readonly id: string | null;
  readonly number: number;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: 'planned' | 'open' | 'closed';
  readonly counts: WindowCounts | undefined;
};

/** The reporting windows of a cycle: those that opened, and those that follow from the dates of its monitoring. OGP 5 */
export const windowsOn = async (
  rows: WindowRows,
  { cycle, windows, forum }: Pick<CyclePage, 'cycle' | 'windows' | 'forum'>,
): Promise<{ readonly windows: readonly WindowView[]; readonly milestones: number }> => {
  const counts = new Map((await rows.windowCounts(cycle.id)).map((one) => [one.windowId, one]));
  const opened = windows.map(
    (one): WindowView => ({
      ...{ id: one.id, number: one.number, fromDay: one.fromDay, untilDay: one.untilDay, state: one.state },
      ...{ opensOn: addDays(one.untilDay, 1), closesOn: dayOf(one.closesAt, forum.zone) },
      counts: counts.get(one.id) ?? { windowId: one.id, milestones: 0, owed: 0, discharged: 0 },
    }),
  );
  const last = Math.max(0, ...windows.map((one) => one.number));
  const monitoring = cycle.stages.find((one) => one.stage === 'monitoring');
  const planned = monitoring
    ? halfYearWindows({ startsOn: monitoring.opensOn, endsOn: monitoring.closesOn })
        .filter((one) => one.number > last)
        .map(
          ({ number, from, until, opensOn, closesOn }): WindowView => ({
            ...{ id: null, number, fromDay: from, untilDay: until, opensOn, closesOn },
            ...{ state: 'planned', counts: undefined },
          }),
        )
    : [];
  return { windows: [...opened, ...planned], milestones: await rows.milestonesOf(cycle.id) };
};
