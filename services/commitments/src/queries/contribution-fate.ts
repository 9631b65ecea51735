import { ContributionFate, type ResultOf } from '@madang/contracts';
import { responds } from '@madang/decider';

export type ContributionFateRows = {
  readonly fateOfContribution: (
    contributionId: string,
  ) => Promise<ResultOf<typeof ContributionFate> | undefined>;
};

export const contributionFate = responds(ContributionFate, (rows: ContributionFateRows, { contributionId }) =>
  rows.fateOfContribution(contributionId),
);
