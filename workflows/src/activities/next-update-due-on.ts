import { addDays, addMonths, type Day } from '@madang/calendar';
import type { RulePackId } from '@madang/contracts';
import { rulePack } from '@madang/standards';

/**
 * The last day on which the repository can be updated again so that no twelve months hold too few updates; null when the
 * rule pack asks for none. OGP 2.2
 */
export const nextUpdateDueOn = (pack: RulePackId, today: Day, updatedOn: readonly Day[]): Day | null => {
  const demanded = rulePack(pack).repositoryUpdatesPerYear;
  if (demanded === 0) return null;
  const last = updatedOn.toSorted().at(-1) ?? today;
  return addDays(addMonths(last, Math.floor(12 / demanded)), -1);
};
