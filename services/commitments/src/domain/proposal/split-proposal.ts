import { ProposalPartMade, ProposalSplit, type SplitProposal } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { proposal } from './evolve.ts';
import { fateRefusal } from './fate-refusal.ts';
import type { Proposal } from './state.ts';

export const splitProposal = ({ body }: Asks<typeof SplitProposal>, given: Given<Proposal>): Decision => {
  const { forumId, proposalId, reason } = body;
  const self = inForum(given.self, forumId);
  if (!self) return unknown('proposal', proposalId);
  const existing = body.parts.filter((part) => given.of(proposal.ref(part.proposalId)) !== undefined);
  if (self.fate.kind === 'split' && existing.length === body.parts.length) return alreadySo();
  if (self.fate.kind !== 'received') return fateRefusal(self);
  const taken =
    existing[0] ??
    body.parts.find(
      (part, at) => body.parts.findIndex((other) => other.proposalId === part.proposalId) !== at,
    );
  if (taken)
    return refused('part-id-taken', 'Give each part an id of its own.', { proposalId: taken.proposalId });
  const { cycleId, contributorId, contributorKind } = self;
  return accepted(
    happened(proposal.ref(proposalId), ProposalSplit, { forumId, proposalId, parts: body.parts, reason }),
    ...body.parts.map((part) =>
      happened(proposal.ref(part.proposalId), ProposalPartMade, {
        forumId,
        proposalId: part.proposalId,
        cycleId,
        fromProposalId: proposalId,
        contributorId,
        contributorKind,
        title: part.title,
      }),
    ),
  );
};
