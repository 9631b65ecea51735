import { ProposalRestored, type RestoreProposal } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { shownAgain } from '../moderation/hiding.ts';
import { proposal } from './evolve.ts';
import type { Proposal } from './state.ts';

/** Restores a proposal: it is open again, and its words may be read by those who could before. */
export const restoreProposal = (
  { id, body }: Asks<typeof RestoreProposal>,
  given: Given<Proposal>,
): Decision => {
  const self = inForum(given.self, body.forumId);
  if (!self) return unknown('proposal', body.proposalId);
  if (self.fate.kind !== 'set-aside') return alreadySo();
  return accepted(
    happened(proposal.ref(body.proposalId), ProposalRestored, { ...body, cycleId: self.cycleId }),
    ...shownAgain(self.texts, id, given.of),
  );
};
