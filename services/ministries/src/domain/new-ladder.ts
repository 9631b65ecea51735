import { addDays, dayOf, koreanHolidayYears, ladderOf } from '@madang/calendar';
import type { RulePackId } from '@madang/contracts';
import { type Decision, refused } from '@madang/decider';
import { rulePack } from '@madang/standards';
import type { Obligation } from './obligation.ts';

/** What is kept of a forum. */
export type ForumPlace = {
  readonly zone: string;
  readonly country: 'KR' | 'none';
  readonly rulePack: RulePackId;
};

/** Longer than the working days of a ladder take in calendar days, with every holiday. */
const LONGEST_LADDER_DAYS = 60;

/** The ladder to a new due day, of the version after the present one. */
export const newLadder = (owed: Obligation, dueOn: string, place: ForumPlace) => ({
  dueOn,
  ladder: ladderOf({
    dueOn,
    zone: place.zone,
    country: place.country,
    ...rulePack(place.rulePack).ladder,
  }),
  ladderVersion: owed.ladderVersion + 1,
});

/** Why no ladder can be made to a due day, if none can. */
export const ladderRefusal = (dueOn: string, now: string, place: ForumPlace): Decision | undefined => {
  const today = dayOf(now, place.zone);
  if (dueOn < today) return refused('due-day-passed', 'Choose a due day from today on.', { today });
  const last = koreanHolidayYears.provisional.until;
  if (place.country === 'KR' && Number(addDays(dueOn, LONGEST_LADDER_DAYS).slice(0, 4)) > last)
    return refused('due-day-beyond-calendar', 'Choose a due day whose holidays are known.', {
      lastYear: last,
    });
  return undefined;
};
