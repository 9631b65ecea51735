import { ProposalSetAside, type SetAsideProposal } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { hidden } from '../moderation/hiding.ts';
import { proposal } from './evolve.ts';
import { fateRefusal } from './fate-refusal.ts';
import type { Proposal } from './state.ts';

/** Sets a proposal aside: it goes into nothing, and its words are hidden, until it is restored. */
export const setAsideProposal = (
  { body }: Asks<typeof SetAsideProposal>,
  given: Given<Proposal>,
): Decision => {
  const { proposalId, reasonCode } = body;
  const self = inForum(given.self, body.forumId);
  if (!self) return unknown('proposal', proposalId);
  if (self.fate.kind === 'set-aside') return alreadySo();
  if (self.fate.kind !== 'received') return fateRefusal(self);
  return accepted(
    happened(proposal.ref(proposalId), ProposalSetAside, { ...body, cycleId: self.cycleId }),
    ...hidden(self.texts, reasonCode, given.of),
  );
};
