import { CommitmentLinked, type LinkCommitment } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { commitment } from './evolve.ts';
import type { Commitment } from './state.ts';
import { statusRefusal } from './status-refusal.ts';

/** Links a local commitment to one of another forum's plan, so that it is counted there. */
export const linkCommitment = ({ body }: Asks<typeof LinkCommitment>, given: Given<Commitment>): Decision => {
  const { commitmentId, nationalCommitmentId } = body;
  const self = inForum(given.self, body.forumId);
  if (!self) return unknown('commitment', commitmentId);
  if (self.nationalCommitmentId === nationalCommitmentId) return alreadySo();
  if (self.status === 'withdrawn') return statusRefusal(self);
  const national = given.of(commitment.ref(nationalCommitmentId));
  if (!national) return unknown('commitment', nationalCommitmentId);
  if (national.forumId === self.forumId)
    return refused('link-within-one-forum', "Link to a commitment of the national forum's plan.", {
      commitmentId,
      nationalCommitmentId,
    });
  if (national.status === 'withdrawn') return statusRefusal(national);
  return accepted(happened(commitment.ref(commitmentId), CommitmentLinked, { ...body }));
};
