import { type MergeProposals, ProposalMerged, ProposalsTakenIn } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { proposal } from './evolve.ts';
import { fateRefusal } from './fate-refusal.ts';
import type { Proposal } from './state.ts';

const goesInto = (one: Proposal, intoProposalId: string): boolean =>
  one.fate.kind === 'merged' && one.fate.intoProposalId === intoProposalId;

export const mergeProposals = ({ body }: Asks<typeof MergeProposals>, given: Given<Proposal>): Decision => {
  const { forumId, intoProposalId, reason } = body;
  const into = inForum(given.self, forumId);
  if (!into) return unknown('proposal', intoProposalId);
  if (into.fate.kind !== 'received' && into.fate.kind !== 'part-of') return fateRefusal(into);
  const merged: string[] = [];
  for (const proposalId of new Set(body.proposalIds)) {
    if (proposalId === intoProposalId)
      return refused('proposal-into-itself', 'Name only the proposals that go into the other.', {
        proposalId,
      });
    const one = inForum(given.of(proposal.ref(proposalId)), forumId);
    if (!one) return unknown('proposal', proposalId);
    if (one.cycleId !== into.cycleId)
      return refused('proposal-of-another-cycle', 'Merge proposals of one cycle.', {
        proposalId,
        cycleId: one.cycleId,
      });
    if (goesInto(one, intoProposalId)) continue;
    if (one.fate.kind !== 'received') return fateRefusal(one);
    merged.push(proposalId);
  }
  if (merged.length === 0) return alreadySo();
  return accepted(
    ...merged.map((proposalId) =>
      happened(proposal.ref(proposalId), ProposalMerged, { forumId, proposalId, intoProposalId, reason }),
    ),
    happened(proposal.ref(intoProposalId), ProposalsTakenIn, {
      forumId,
      proposalId: intoProposalId,
      proposalIds: merged,
    }),
  );
};
