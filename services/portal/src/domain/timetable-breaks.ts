import { type Country, daysBetween, isWorkingDay } from '@madang/calendar';
import type { DatedStage } from '@madang/contracts';
import type { RulePack } from '@madang/standards';

export type StageDays = { readonly stage: DatedStage; readonly opensOn: string; readonly closesOn: string };
/** What a date breaks: `breaks` is refused or unmet for good; `warns` is advice. `days` and `atLeast` where they are counted. */
export type Break = {
  readonly code:
    | 'missing'
    | 'ends-before-it-begins'
    | 'out-of-order'
    | 'in-the-past'
    | 'notice-too-short'
    | 'window-too-short'
    | 'after-the-plan'
    | 'day-off';
  readonly severity: 'breaks' | 'warns';
  readonly stage: DatedStage;
  readonly days?: number;
  readonly atLeast?: number;
};
export type Planned = {
  readonly stages: readonly StageDays[];
  /** The day on which it is, or would be, published. */
  readonly publishedOn: string;
  readonly today: string;
  readonly planEndsOn: string;
  readonly country: Country;
  readonly pack: Pick<RulePack, 'timetableNoticeDays' | 'consultationMinDays'>;
};

/** The stages that have dates, in their order. */
export const DATED: readonly DatedStage[] = [
  ...(['drafting', 'consultation', 'response', 'approval', 'monitoring'] as const),
];
const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));

const shapeOf = (stages: readonly StageDays[]): readonly Break[] => {
  const found: Break[] = [];
  let before: StageDays | undefined;
  for (const stage of DATED) {
    const one = stages.find((each) => each.stage === stage);
    if (!one || !isDay(one.opensOn) || !isDay(one.closesOn)) {
      found.push({ code: 'missing', severity: 'breaks', stage });
      continue;
    }
    if (one.closesOn < one.opensOn) found.push({ code: 'ends-before-it-begins', severity: 'breaks', stage });
    if (before && one.opensOn <= before.closesOn)
      found.push({ code: 'out-of-order', severity: 'breaks', stage });
    before = one;
  }
  return found;
};

/**
 * What the dates of a timetable break: the order of stages, two weeks' notice (OGP 3.1), a window long enough for inputs
 * (OGP 3.3), the end of the plan, days on which nobody is at work.
 */
export const timetableBreaks = (planned: Planned): readonly Break[] => {
  const shape = shapeOf(planned.stages);
  const whole = planned.stages.filter((one) => isDay(one.opensOn) && isDay(one.closesOn));
  const { pack, publishedOn, today, planEndsOn, country } = planned;
  const rules = whole.flatMap(({ stage, opensOn, closesOn }): readonly Break[] => {
    const found: Break[] = [];
    if (stage === 'drafting') {
      const days = daysBetween(publishedOn, opensOn);
      if (opensOn <= today) found.push({ code: 'in-the-past', severity: 'breaks', stage });
      else if (days < pack.timetableNoticeDays)
        found.push({
          ...{ code: 'notice-too-short', severity: 'breaks', stage },
          ...{ days, atLeast: pack.timetableNoticeDays },
        });
    }
    if (stage === 'drafting' || stage === 'consultation') {
      const days = daysBetween(opensOn, closesOn) + 1;
      if (days > 0 && days < pack.consultationMinDays)
        found.push({
          ...{ code: 'window-too-short', severity: 'breaks', stage },
          ...{ days, atLeast: pack.consultationMinDays },
        });
    }
    if (closesOn > planEndsOn) found.push({ code: 'after-the-plan', severity: 'warns', stage });
    if (!isWorkingDay(closesOn, country)) found.push({ code: 'day-off', severity: 'warns', stage });
    return found;
  });
  return [...shape, ...rules];
};
