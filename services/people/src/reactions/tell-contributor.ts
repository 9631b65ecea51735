import {
  AppealDecided,
  CommitmentAmended,
  CommitmentRevised,
  ContributionAccepted,
  ContributionAnswered,
  ContributionRestored,
  ContributionSetAside,
  type InputOf,
  ProposalAppealDecided,
  ProposalBecamePart,
  ProposalDeclined,
  ProposalMerged,
  ProposalReceived,
  ProposalRestored,
  ProposalSetAside,
  PURPOSE_NAMESPACE,
  RaiseNotice,
  ResponseWaived,
} from '@madang/contracts';
import { type Ask, ask, reaction } from '@madang/decider';
import { v5 as uuidv5 } from 'uuid';
import type { Submission } from '../copies/submissions.ts';
import type { Account } from '../domain/account.ts';

export type ContributorRows = {
  readonly submissions: (ids: readonly string[]) => Promise<readonly Submission[]>;
  readonly accountState: (personId: string) => Promise<Account | undefined>;
};
type About = InputOf<typeof RaiseNotice>['about'];
type More = { readonly commitmentId?: string; readonly reasonCode?: string };

/** Whoever something came from is told what became of it, if they left an address or have an account. */
const tell = async (
  factId: string,
  about: About,
  submissionIds: readonly string[],
  rows: ContributorRows,
  more: More = {},
): Promise<readonly Ask[]> => {
  const asks: Ask[] = [];
  for (const { id, forumId, contributorId } of await rows.submissions(submissionIds)) {
    if (!(await rows.accountState(contributorId))) continue;
    const noticeId = uuidv5(`notice/${factId}/${id}`, PURPOSE_NAMESPACE);
    const notice = { forumId, noticeId, personId: contributorId, about, submissionId: id, ...more };
    asks.push(ask(RaiseNotice, `tell/${id}`, forumId, notice));
  }
  return asks;
};

/** A receipt goes to an address that is verified; who verifies theirs later gets it then. Its notice has the submission's own id. */
const acknowledge = async (
  submissionId: string,
  personId: string,
  forumId: string,
  rows: ContributorRows,
): Promise<readonly Ask[]> => {
  if (!(await rows.accountState(personId))?.hasMail) return [];
  const notice = { forumId, noticeId: submissionId, personId, about: 'received' as const, submissionId };
  return [ask(RaiseNotice, `receipt/${submissionId}`, forumId, notice)];
};

export const tellContributor = [
  reaction(ProposalReceived, ({ data }, rows: ContributorRows) =>
    acknowledge(data.proposalId, data.contributorId, data.forumId, rows),
  ),
  reaction(ContributionAccepted, ({ data }, rows: ContributorRows) =>
    acknowledge(data.contributionId, data.contributorId, data.forumId, rows),
  ),
  reaction(ProposalDeclined, ({ id, data }, rows: ContributorRows) =>
    tell(id, 'declined', [data.proposalId], rows, { reasonCode: data.reasonCode }),
  ),
  reaction(ProposalBecamePart, ({ id, data }, rows: ContributorRows) =>
    tell(id, 'became-part', [data.proposalId], rows, { commitmentId: data.commitmentId }),
  ),
  reaction(ProposalMerged, ({ id, data }, rows: ContributorRows) =>
    tell(id, 'merged', [data.proposalId], rows),
  ),
  reaction(ProposalSetAside, ({ id, data }, rows: ContributorRows) =>
    tell(id, 'proposal-set-aside', [data.proposalId], rows, { reasonCode: data.reasonCode }),
  ),
  reaction(ProposalRestored, ({ id, data }, rows: ContributorRows) =>
    tell(id, 'proposal-restored', [data.proposalId], rows),
  ),
  reaction(ProposalAppealDecided, async ({ id, data }, rows: ContributorRows) =>
    data.outcome === 'upheld' ? tell(id, 'proposal-appeal-upheld', [data.proposalId], rows) : [],
  ),
  reaction(ContributionSetAside, ({ id, data }, rows: ContributorRows) =>
    tell(id, 'set-aside', [data.contributionId], rows, { reasonCode: data.reasonCode }),
  ),
  reaction(ContributionRestored, ({ id, data }, rows: ContributorRows) =>
    tell(id, 'restored', [data.contributionId], rows),
  ),
  reaction(AppealDecided, async ({ id, data }, rows: ContributorRows) =>
    data.outcome === 'upheld' ? tell(id, 'appeal-upheld', [data.contributionId], rows) : [],
  ),
  reaction(ContributionAnswered, ({ id, data }, rows: ContributorRows) =>
    tell(id, 'answered', [data.contributionId], rows),
  ),
  reaction(ResponseWaived, ({ id, data }, rows: ContributorRows) =>
    tell(id, 'response-waived', [data.contributionId], rows),
  ),
  reaction(CommitmentRevised, ({ id, data }, rows: ContributorRows) =>
    tell(id, 'plan-changed', data.because, rows, { commitmentId: data.commitmentId }),
  ),
  reaction(CommitmentAmended, ({ id, data }, rows: ContributorRows) =>
    tell(id, 'plan-changed', data.because ?? [], rows, { commitmentId: data.commitmentId }),
  ),
];
