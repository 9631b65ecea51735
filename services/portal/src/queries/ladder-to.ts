import { type Country, ladderOf } from '@madang/calendar';
import type { RulePackId } from '@madang/contracts';
import { rulePack } from '@madang/standards';

/** The ladder to a due day under a rule pack; nothing for a day whose holidays are not known. */
export const ladderTo = (
  dueOn: string,
  place: { readonly zone: string; readonly country: Country; readonly rulePack: RulePackId },
) => {
  try {
    return ladderOf({ dueOn, ...place, ...rulePack(place.rulePack).ladder });
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
};
