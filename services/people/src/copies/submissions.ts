import {
  ContributionAccepted,
  ContributorErased,
  ProposalPartMade,
  ProposalReceived,
} from '@madang/contracts';
import { copy } from '@madang/decider';

export type Submission = {
  readonly id: string;
  readonly kind: 'proposal' | 'contribution';
  readonly forumId: string;
  readonly contributorId: string;
};
export type SubmissionWriter = {
  readonly keepSubmissions: (rows: readonly Submission[]) => Promise<void>;
  readonly dropSubmissionsOf: (contributorId: string) => Promise<void>;
};
type Received = { readonly proposalId: string; readonly forumId: string; readonly contributorId: string };

const keepProposals = (rows: SubmissionWriter, facts: readonly { readonly data: Received }[]) =>
  rows.keepSubmissions(
    facts.map(({ data: { proposalId: id, forumId, contributorId } }) => ({
      ...{ id, kind: 'proposal' as const, forumId, contributorId },
    })),
  );

/** From whom what came, by pseudonym: whom to tell what became of it. */
export const submissionCopies = [
  copy(ProposalReceived, keepProposals),
  copy(ProposalPartMade, keepProposals),
  copy(ContributionAccepted, (rows: SubmissionWriter, facts) =>
    rows.keepSubmissions(
      facts.map(({ data: { contributionId: id, forumId, contributorId } }) => ({
        ...{ id, kind: 'contribution' as const, forumId, contributorId },
      })),
    ),
  ),
  copy(ContributorErased, async (rows: SubmissionWriter, facts) => {
    for (const { data } of facts) await rows.dropSubmissionsOf(data.contributorId);
  }),
];
