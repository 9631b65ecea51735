import { addDays, addMonths, compareDays, type Day } from './day.ts';

/**
 * A window in which ministries report. The report is about the days `from` to `until`; it is handed in from `opensOn` to
 * `closesOn`, both included. All are days in the forum's zone.
 */
export type ReportingWindow = {
  readonly number: number;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly from: Day;
  readonly until: Day;
};

const halfYear = 6;
const shortest = 3;

/**
 * The half-yearly reporting windows of a plan, in order. Half years count from the plan's first day, not from January,
 * since plans begin on any day. They touch one another and cover the plan exactly; a rest of less than three months at
 * the end joins the last one, and a plan shorter than that is one window. A window opens on the day after its half year
 * and stays open for a month, so the last one closes a month after the plan, before completion is judged.
 * @throws RangeError when a day does not exist or the plan ends before it starts
 */
export const halfYearWindows = ({
  startsOn,
  endsOn,
}: {
  readonly startsOn: Day;
  readonly endsOn: Day;
}): readonly ReportingWindow[] => {
  if (compareDays(endsOn, startsOn) < 0)
    throw new RangeError(`a plan cannot end (${endsOn}) before it starts (${startsOn})`);
  const dayAfter = addDays(endsOn, 1);
  // Always counted from the first day: from 31 August the halves begin on 28 February and again on 31 August.
  const windowFrom = (number: number): readonly ReportingWindow[] => {
    const from = addMonths(startsOn, halfYear * (number - 1));
    const next = addMonths(startsOn, halfYear * number);
    const isLast = compareDays(addMonths(startsOn, halfYear * number + shortest), dayAfter) > 0;
    const opensOn = isLast ? dayAfter : next;
    const closesOn = addDays(addMonths(opensOn, 1), -1);
    const window = { number, opensOn, closesOn, from, until: addDays(opensOn, -1) };
    return isLast ? [window] : [window, ...windowFrom(number + 1)];
  };
  return windowFrom(1);
};
