import { CommitmentWithdrawn, type WithdrawCommitment } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { commitment } from './evolve.ts';
import type { Commitment } from './state.ts';

export const withdrawCommitment = (
  { body }: Asks<typeof WithdrawCommitment>,
  given: Given<Commitment>,
): Decision => {
  const self = inForum(given.self, body.forumId);
  if (!self) return unknown('commitment', body.commitmentId);
  if (self.status === 'withdrawn') return alreadySo();
  return accepted(
    happened(commitment.ref(body.commitmentId), CommitmentWithdrawn, { ...body, cycleId: self.cycleId }),
  );
};
