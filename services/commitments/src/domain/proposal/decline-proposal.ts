import { type DeclineProposal, ProposalDeclined } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { proposal } from './evolve.ts';
import { fateRefusal } from './fate-refusal.ts';
import type { Proposal } from './state.ts';

export const declineProposal = ({ body }: Asks<typeof DeclineProposal>, given: Given<Proposal>): Decision => {
  const self = inForum(given.self, body.forumId);
  if (!self) return unknown('proposal', body.proposalId);
  if (self.fate.kind === 'declined') return alreadySo();
  if (self.fate.kind !== 'received') return fateRefusal(self);
  return accepted(happened(proposal.ref(body.proposalId), ProposalDeclined, { ...body }));
};
