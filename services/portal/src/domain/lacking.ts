import type { CommitmentDrafted, DataOf } from '@madang/contracts';

export type Drafted = DataOf<typeof CommitmentDrafted>['draft'];

/** What the OGP template asks for and a draft may still lack: nothing of it keeps anybody from going on. */
export const LACKS = [
  'origin',
  'theme',
  'civil-society',
  'sdg',
  'budget',
  'expected-output',
  'own-dates',
] as const;
export type Lack = (typeof LACKS)[number];

/**
 * What a draft lacks. OGP template: supporting institutions of civil society, Sustainable Development Goals, a link to the
 * budget, the expected output of each milestone, and how the commitment came to be.
 * @param origins proposals and contributions it came from
 */
export const lacking = (draft: Drafted, origins: number): readonly Lack[] => {
  const lacks: Readonly<Record<Lack, boolean>> = {
    origin: origins === 0,
    theme: (draft.themes ?? []).length === 0,
    'civil-society': !draft.supporters.some((one) => one.sector === 'civil-society'),
    sdg: draft.sdgTargets.length === 0,
    budget: draft.budgetLink === undefined,
    'expected-output': draft.milestones.some((one) => one.expectedOutput === undefined),
    // Milestones that are all due on the last day say nothing of when anything will be done.
    'own-dates': draft.milestones.every((one) => one.dueOn === draft.periodUntil),
  };
  return LACKS.filter((one) => lacks[one]);
};
