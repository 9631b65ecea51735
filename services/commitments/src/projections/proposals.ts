import {
  ProposalBecamePart,
  ProposalDeclined,
  ProposalMerged,
  ProposalPartMade,
  ProposalReceived,
  ProposalSplit,
} from '@madang/contracts';
import { projection } from '@madang/decider';

export type NewProposal = {
  readonly proposalId: string;
  readonly forumId: string;
  readonly cycleId: string;
  readonly contributorId: string;
  readonly splitFrom: string | null;
};

export type ProposalFateRow = {
  readonly proposalId: string;
  readonly state: 'merged' | 'split' | 'declined' | 'part-of';
  readonly mergedInto?: string;
  readonly declinedBecause?: string;
};

export type ProposalRows = {
  readonly addProposals: (proposals: readonly NewProposal[]) => Promise<void>;
  readonly setFates: (fates: readonly ProposalFateRow[]) => Promise<void>;
  readonly addParts: (
    parts: readonly { readonly proposalId: string; readonly commitmentId: string }[],
  ) => Promise<void>;
};

export const proposalProjections = [
  projection(ProposalReceived, (rows: ProposalRows, facts) =>
    rows.addProposals(
      facts.map(({ data: { proposalId, forumId, cycleId, contributorId } }) => ({
        proposalId,
        forumId,
        cycleId,
        contributorId,
        splitFrom: null,
      })),
    ),
  ),
  projection(ProposalPartMade, (rows: ProposalRows, facts) =>
    rows.addProposals(
      facts.map(({ data: { proposalId, forumId, cycleId, contributorId, fromProposalId } }) => ({
        proposalId,
        forumId,
        cycleId,
        contributorId,
        splitFrom: fromProposalId,
      })),
    ),
  ),
  projection(ProposalMerged, (rows: ProposalRows, facts) =>
    rows.setFates(
      facts.map(({ data }) => ({
        proposalId: data.proposalId,
        state: 'merged',
        mergedInto: data.intoProposalId,
      })),
    ),
  ),
  projection(ProposalSplit, (rows: ProposalRows, facts) =>
    rows.setFates(facts.map(({ data }) => ({ proposalId: data.proposalId, state: 'split' }))),
  ),
  projection(ProposalDeclined, (rows: ProposalRows, facts) =>
    rows.setFates(
      facts.map(({ data }) => ({
        proposalId: data.proposalId,
        state: 'declined',
        declinedBecause: data.reasonCode,
      })),
    ),
  ),
  projection(ProposalBecamePart, async (rows: ProposalRows, facts) => {
    await rows.setFates(facts.map(({ data }) => ({ proposalId: data.proposalId, state: 'part-of' })));
    await rows.addParts(
      facts.map(({ data: { proposalId, commitmentId } }) => ({ proposalId, commitmentId })),
    );
  }),
];
