import { addDays, instantOfDay } from '@madang/calendar';
import type { DatedStage, StageDates } from '@madang/contracts';
import { type Decision, refused } from '@madang/decider';

export type Days = { readonly stage: DatedStage; readonly opensOn: string; readonly closesOn: string };

const ORDER: readonly DatedStage[] = ['drafting', 'consultation', 'response', 'approval', 'monitoring'];

/** Days with their instants in the forum's zone: start of the first, end of the last. */
export const withInstants = (days: readonly Days[], zone: string): readonly StageDates[] =>
  ORDER.flatMap((stage) => days.filter((one) => one.stage === stage)).map(({ stage, opensOn, closesOn }) => ({
    stage,
    opensOn,
    closesOn,
    opensAt: instantOfDay(opensOn, 'start', zone),
    closesAt: instantOfDay(closesOn, 'end', zone),
  }));

/** What makes a timetable impossible: a stage missing or twice, a stage that ends before it begins, or one before its forerunner. */
export const timetableRefusal = (days: readonly Days[]): Decision | undefined => {
  const missing = ORDER.find((stage) => days.filter((one) => one.stage === stage).length !== 1);
  if (missing)
    return refused('timetable-incomplete', 'Give each of the five stages its dates, once.', {
      stage: missing,
    });
  const ordered = withInstants(days, 'UTC');
  for (const [index, one] of ordered.entries()) {
    if (one.closesOn < one.opensOn)
      return refused('stage-ends-before-it-begins', 'Let the stage close on or after the day it opens.', {
        stage: one.stage,
      });
    const before = ordered[index - 1];
    if (before && one.opensOn <= before.closesOn)
      return refused('timetable-out-of-order', 'A stage opens after the one before it has closed.', {
        stage: one.stage,
        forerunnerClosesOn: before.closesOn,
      });
  }
  return undefined;
};

/** Dates still ahead move by the days a suspension lasted. */
export const shifted = (
  stages: readonly StageDates[],
  suspendedOn: string,
  days: number,
  zone: string,
): readonly StageDates[] =>
  withInstants(
    stages.map(({ stage, opensOn, closesOn }) => ({
      stage,
      opensOn: opensOn >= suspendedOn ? addDays(opensOn, days) : opensOn,
      closesOn: closesOn >= suspendedOn ? addDays(closesOn, days) : closesOn,
    })),
    zone,
  );
