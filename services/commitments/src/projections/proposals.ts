import {
  ProposalBecamePart,
  ProposalDeclined,
  ProposalMerged,
  ProposalPartMade,
  ProposalReceived,
  ProposalRestored,
  ProposalSetAside,
  ProposalSplit,
} from '@madang/contracts';
import { projection } from '@madang/decider';

export type NewProposal = {
  readonly proposalId: string;
  readonly forumId: string;
  readonly cycleId: string;
  readonly contributorId: string;
  readonly splitFrom: string | null;
  /** Its title, and what else it says. */
  readonly textIds: readonly string[];
};

export type ProposalFateRow = {
  readonly proposalId: string;
  readonly state: 'received' | 'merged' | 'split' | 'declined' | 'part-of' | 'set-aside';
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
      facts.map(({ data: { proposalId, forumId, cycleId, contributorId, title, body } }) => ({
        proposalId,
        forumId,
        cycleId,
        contributorId,
        splitFrom: null,
        textIds: [title.textId, ...(body ? [body.textId] : [])],
      })),
    ),
  ),
  projection(ProposalPartMade, (rows: ProposalRows, facts) =>
    rows.addProposals(
      facts.map(({ data: { proposalId, forumId, cycleId, contributorId, fromProposalId, title } }) => ({
        proposalId,
        forumId,
        cycleId,
        contributorId,
        splitFrom: fromProposalId,
        textIds: [title.textId],
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
  projection(ProposalSetAside, (rows: ProposalRows, facts) =>
    rows.setFates(facts.map(({ data }) => ({ proposalId: data.proposalId, state: 'set-aside' }))),
  ),
  projection(ProposalRestored, (rows: ProposalRows, facts) =>
    rows.setFates(facts.map(({ data }) => ({ proposalId: data.proposalId, state: 'received' }))),
  ),
  projection(ProposalBecamePart, async (rows: ProposalRows, facts) => {
    await rows.setFates(facts.map(({ data }) => ({ proposalId: data.proposalId, state: 'part-of' })));
    await rows.addParts(
      facts.map(({ data: { proposalId, commitmentId } }) => ({ proposalId, commitmentId })),
    );
  }),
];
