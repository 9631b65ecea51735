import { ProposalReceived, type ReceiveProposal } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { call } from '../call/evolve.ts';
import { handingInRefusal } from '../handing-in-refusal.ts';
import { inForum } from '../in-forum.ts';
import { proposal } from './evolve.ts';
import type { Proposal } from './state.ts';

export const receiveProposal = (
  { body, actor, now }: Asks<typeof ReceiveProposal>,
  { self, of }: Given<Proposal>,
): Decision => {
  const asked = inForum(of(call.ref(body.callId)), body.forumId);
  if (!asked || asked.cycleId !== body.cycleId) return unknown('call', body.callId);
  if (self) {
    const same = self.contributorId === body.contributorId && self.titleDigest === body.title.digest;
    return same
      ? alreadySo()
      : refused('proposal-already-received', 'Hand in another proposal under its own id.', {
          proposalId: body.proposalId,
        });
  }
  if (asked.status === 'closed' || now > asked.closesAt)
    return refused(
      'call-already-closed',
      'Contribute to the consultation on the drafts, or wait for the next call.',
      { callId: body.callId, closesAt: asked.closesAt },
    );
  return (
    handingInRefusal(actor, body, now, asked.zone) ??
    accepted(happened(proposal.ref(body.proposalId), ProposalReceived, { ...body }))
  );
};
