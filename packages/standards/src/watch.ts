import { daysOfTheYearsDueOn } from './checks/counted-per-year.ts';
import { nextMeetingDueOn } from './checks/dialogue-regular.ts';
import type { CycleFacts } from './cycle-facts.ts';
import { addDays, type Day } from './day.ts';
import type { CheckName, RulePack } from './rule-pack.ts';

type Watched = Pick<
  CycleFacts,
  | 'asOf'
  | 'assessedFrom'
  | 'meetingsHeldOn'
  | 'rulesPublishedOn'
  | 'repositoryUpdatedOn'
  | 'implementation'
  | 'resultsMeetingsOn'
>;

/** A requirement that time alone breaks: the last day on which it can be kept, and the day from which one is warned. */
export type Watch = { readonly requirement: string; readonly warnOn: Day; readonly dueOn: Day };

const dueOn: { readonly [C in CheckName]?: (pack: RulePack, facts: Watched) => readonly Day[] } = {
  'dialogue-regular': (pack, facts) => [nextMeetingDueOn(pack, facts)],
  'repository-current': (pack, { assessedFrom: from, asOf, repositoryUpdatedOn: days }) =>
    daysOfTheYearsDueOn({ from, asOf, days, atLeast: pack.repositoryUpdatesPerYear }),
  'results-discussed': (pack, { asOf, implementation, resultsMeetingsOn: days }) => {
    if (implementation === null) return [];
    const { startsOn: from, endsOn } = implementation;
    // A rest shorter than a year at the end is not judged.
    return daysOfTheYearsDueOn({ from, asOf, days, atLeast: pack.monitoringMeetingsPerYear }).filter(
      (due) => due <= endsOn,
    );
  },
};

/** What a forum's calendar watches, within and between its plans. OGP 1.1, 2.2, 5.1 */
export const watchRequirements = (pack: RulePack, facts: Watched): readonly Watch[] =>
  pack.requirements.flatMap(({ id, check }) =>
    (dueOn[check]?.(pack, facts) ?? []).map((due) => ({
      requirement: id,
      warnOn: addDays(due, -pack.warnDaysBefore),
      dueOn: due,
    })),
  );
