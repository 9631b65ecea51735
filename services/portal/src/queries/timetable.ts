import type { Country } from '@madang/calendar';
import type { RulePackId } from '@madang/contracts';
import { rulePack } from '@madang/standards';
import { type Break, type StageDays, timetableBreaks } from '../domain/timetable-breaks.ts';

export type { StageDays } from '../domain/timetable-breaks.ts';
export { DATED } from '../domain/timetable-breaks.ts';
export { timetableTemplate } from '../domain/timetable-template.ts';

export type TimetableAsked = {
  readonly stages: readonly StageDays[];
  readonly publishedOn: string | null;
  readonly today: string;
  readonly planEndsOn: string;
  readonly country: Country;
  readonly rulePack: RulePackId;
  /** Development has begun: what has begun is not judged as if it were still ahead. */
  readonly hasBegun: boolean;
};

/** What the dates of a timetable break, under the rules the cycle was opened under. */
export const breaksOf = (asked: TimetableAsked): readonly Break[] =>
  timetableBreaks({
    stages: asked.stages,
    publishedOn: asked.hasBegun ? (asked.publishedOn ?? asked.today) : asked.today,
    today: asked.hasBegun ? '0000-01-01' : asked.today,
    planEndsOn: asked.planEndsOn,
    country: asked.country,
    pack: rulePack(asked.rulePack),
  });
