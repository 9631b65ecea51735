import { addDays, type Country, nextWorkingDay } from '@madang/calendar';
import { DATED, type StageDays } from './timetable-breaks.ts';

/** Days that each stage is open for. */
const LENGTHS = { drafting: 60, consultation: 30, response: 30, approval: 21 } as const;
/** Days from today until drafting opens: two weeks' notice and a week to agree on it. OGP 3.1 */
const NOTICE = 21;

/** Dates of the usual lengths, each stage closing on a working day, monitoring until the plan ends. */
export const timetableTemplate = (
  today: string,
  planEndsOn: string,
  country: Country,
): readonly StageDays[] => {
  let opensOn = addDays(today, NOTICE);
  return DATED.map((stage) => {
    const closesOn =
      stage === 'monitoring' ? planEndsOn : nextWorkingDay(addDays(opensOn, LENGTHS[stage] - 1), country);
    const one = { stage, opensOn, closesOn };
    opensOn = addDays(closesOn, 1);
    return one;
  });
};
