import { type Decision, refused, unknown } from '@madang/decider';
import type { ContributionStatus } from './state.ts';

/** A contribution as a cluster or a response names it. */
export type Member = {
  readonly contributionId: string;
  readonly consultationId: string;
  readonly status: ContributionStatus;
  /** Who leads the commitment that it is about. */
  readonly leadInstitutionId: string;
};

/** Contributions named together are of one consultation and count: none of them was set aside. */
export const memberRefusal = (
  members: readonly Member[],
  contributionIds: readonly string[],
  consultationId: string,
): Decision | undefined => {
  const known = new Map(members.map((one) => [one.contributionId, one]));
  for (const contributionId of contributionIds) {
    const one = known.get(contributionId);
    if (!one) return unknown('contribution', contributionId);
    if (one.consultationId !== consultationId)
      return refused(
        'contribution-of-another-consultation',
        'Name contributions of this consultation only.',
        { contributionId, consultationId: one.consultationId },
      );
    if (one.status === 'set-aside')
      return refused('contribution-already-set-aside', 'Restore it first, or leave it out.', {
        contributionId,
      });
  }
  return undefined;
};
