import { type LadderStep, ladderOf } from '@madang/calendar';
import type { RulePackId } from '@madang/contracts';
import { rulePack } from '@madang/standards';

/** What instants are computed from. */
export type Calendar = {
  readonly zone: string;
  readonly country: 'KR' | 'none';
  readonly rulePack: RulePackId;
};

/** The ladder of an obligation imposed at an instant: days on which it could have been called to mind before are left out. */
export const ladderFor = (
  calendar: Calendar,
  dueOn: string,
  imposedAt: string,
): readonly LadderStep<7 | 3 | 1>[] => {
  const { zone, country } = calendar;
  const ladder = ladderOf({ dueOn, zone, country, ...rulePack(calendar.rulePack).ladder });
  const due = ladder.findIndex(({ rung }) => rung === 'due');
  return ladder.filter(({ at }, index) => index >= due || at >= imposedAt);
};
