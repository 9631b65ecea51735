import type { DraftCommitment, SealedBodyOf } from '@madang/contracts';
import { type Decision, refused } from '@madang/decider';
import { ogpValues } from '@madang/standards';
import type { Plan } from '../plan/plan.ts';

export type TemplateAsked = SealedBodyOf<typeof DraftCommitment>['draft'];

const CORE_VALUES: readonly string[] = ogpValues.core;

/** What the OGP template demands of a commitment within a plan's period. */
export const templateRefusal = (draft: TemplateAsked, plan: Plan): Decision | undefined => {
  const facts = { from: plan.startsOn, until: plan.endsOn };
  const outside = (day: string): boolean => day < plan.startsOn || day > plan.endsOn;
  // OGP template: technology and inclusion serve openness only beside one of the three values.
  if (!draft.values.some((value) => CORE_VALUES.includes(value)))
    return refused(
      'ogp-value-missing',
      'Say which of transparency, participation and accountability the commitment serves; technology and inclusion only in addition.',
    );
  if (draft.periodUntil < draft.periodFrom || outside(draft.periodFrom) || outside(draft.periodUntil))
    return refused('period-outside-plan', "Choose a period within the plan's dates.", {
      ...facts,
      periodFrom: draft.periodFrom,
      periodUntil: draft.periodUntil,
    });
  const late = draft.milestones.find((one) => outside(one.dueOn));
  if (late)
    return refused('milestone-due-outside-plan', "Choose a due date within the plan's dates.", {
      ...facts,
      milestoneId: late.milestoneId,
      dueOn: late.dueOn,
    });
  const twice = draft.milestones.find(
    (one, at) => draft.milestones.findIndex((other) => other.milestoneId === one.milestoneId) !== at,
  );
  if (twice)
    return refused('milestone-named-twice', 'Give each milestone an id of its own.', {
      milestoneId: twice.milestoneId,
    });
  return undefined;
};
