import { type AppealProposal, ProposalAppealed } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { appealRefusal } from '../moderation/appealing.ts';
import { proposal } from './evolve.ts';
import type { Proposal } from './state.ts';

/** Whoever wrote a proposal may appeal once against its having been set aside. */
export const appealProposal = (
  { body, actor }: Asks<typeof AppealProposal>,
  given: Given<Proposal>,
): Decision => {
  const { proposalId } = body;
  const self = inForum(given.self, body.forumId);
  const moderated = self && { ...self, isSetAside: self.fate.kind === 'set-aside' };
  const refusal = appealRefusal({ kind: 'proposal', id: proposalId }, moderated, actor, body.contributorId);
  if (refusal) return refusal;
  if (!self) return unknown('proposal', proposalId);
  return accepted(happened(proposal.ref(proposalId), ProposalAppealed, { ...body, cycleId: self.cycleId }));
};
