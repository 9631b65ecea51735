import { type DecideProposalAppeal, ProposalAppealDecided, ProposalRestored } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { decisionRefusal } from '../moderation/appealing.ts';
import { shownAgain } from '../moderation/hiding.ts';
import { proposal } from './evolve.ts';
import type { Proposal } from './state.ts';

/** Decides an appeal for a proposal: another person than who set it aside, with a reason that everybody can read. */
export const decideProposalAppeal = (
  { id, body, actor }: Asks<typeof DecideProposalAppeal>,
  given: Given<Proposal>,
): Decision => {
  const { forumId, proposalId, outcome } = body;
  const self = inForum(given.self, forumId);
  const moderated = self && { ...self, isSetAside: self.fate.kind === 'set-aside' };
  const refusal = decisionRefusal({ kind: 'proposal', id: proposalId }, moderated, actor, outcome);
  if (refusal) return refusal;
  if (!self) return unknown('proposal', proposalId);
  const { cycleId } = self;
  // Somebody may have restored it meanwhile: then the decision says so, and nothing is left to restore.
  const restores = outcome === 'restored' && self.fate.kind === 'set-aside';
  return accepted(
    happened(proposal.ref(proposalId), ProposalAppealDecided, { ...body, cycleId }),
    ...(restores
      ? [
          happened(proposal.ref(proposalId), ProposalRestored, { forumId, proposalId, cycleId }),
          ...shownAgain(self.texts, id, given.of),
        ]
      : []),
  );
};
