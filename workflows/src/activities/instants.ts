import { addDays, dayOf, halfYearWindows, instantOfDay } from '@madang/calendar';
import { windowIdOf } from './commitment-activities.ts';
import { type Calendar, ladderFor } from './ladder.ts';

export type Window = {
  readonly windowId: string;
  readonly number: number;
  readonly from: string;
  readonly until: string;
  readonly closesOn: string;
  readonly opensAt: string;
  readonly closesAt: string;
};
/** The half-yearly windows of a plan, and when nobody is awaited any more. */
export type Monitoring = { readonly windows: readonly Window[]; readonly endsAt: string };

/** Instants are computed here and given to processes, which know no zones and no holidays. */
export const instantActivities = () => ({
  monitoringInstants: async (about: {
    readonly cycleId: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly calendar: Calendar;
  }): Promise<Monitoring> => {
    const { cycleId, startsOn, endsOn, calendar } = about;
    const windows = halfYearWindows({ startsOn, endsOn }).map(
      ({ number, opensOn, closesOn, from, until }) => ({
        windowId: windowIdOf(cycleId, number),
        number,
        from,
        until,
        closesOn,
        opensAt: instantOfDay(opensOn, 'start', calendar.zone),
        closesAt: instantOfDay(closesOn, 'end', calendar.zone),
      }),
    );
    const lastDay = windows.at(-1)?.closesOn ?? endsOn;
    const silent = ladderFor(calendar, lastDay, '').at(-1)?.at ?? '';
    const { zone } = calendar;
    return { windows, endsAt: instantOfDay(addDays(dayOf(silent, zone), 1), 'start', zone) };
  },
  /** The first moment of the next day: what comes in on a day is looked at together. */
  morningAfter: async (about: { readonly at: string; readonly zone: string }): Promise<string> =>
    instantOfDay(addDays(dayOf(about.at, about.zone), 1), 'start', about.zone),
});
