import { type AmendCommitment, CommitmentAmended } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import type { DraftingLook } from './drafting-look.ts';
import { commitment } from './evolve.ts';
import type { Commitment } from './state.ts';
import { statusRefusal } from './status-refusal.ts';
import { versionRefusal } from './version-refusal.ts';
import { writingRefusal } from './writing-refusal.ts';

export const amendCommitment = (
  { body, actor }: Asks<typeof AmendCommitment>,
  given: Given<Commitment, DraftingLook>,
): Decision => {
  const { forumId, commitmentId, draft, authority, reason, letter, onVersion, because } = body;
  const self = inForum(given.self, forumId);
  if (!self) return unknown('commitment', commitmentId);
  if (self.status !== 'adopted') return statusRefusal(self);
  const { cycleId } = self;
  return (
    versionRefusal(self, onVersion) ??
    writingRefusal(actor, forumId, cycleId, draft, given.look) ??
    accepted(
      happened(commitment.ref(commitmentId), CommitmentAmended, {
        forumId,
        cycleId,
        commitmentId,
        version: self.version + 1,
        draft,
        authority,
        reason,
        letter,
        ...(because && because.length > 0 ? { because: [...new Set(because)] } : {}),
      }),
    )
  );
};
