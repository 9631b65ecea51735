import { ProposalFate, type ResultOf } from '@madang/contracts';
import { responds } from '@madang/decider';

export type ProposalFateRows = {
  /** Commitments are those that the proposal, what it was merged into or one of its parts became part of. */
  readonly fateOfProposal: (proposalId: string) => Promise<ResultOf<typeof ProposalFate> | undefined>;
};

export const proposalFate = responds(ProposalFate, (rows: ProposalFateRows, { proposalId }) =>
  rows.fateOfProposal(proposalId),
);
