import { CommitmentRevised, type ReviseCommitment } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, unknown } from '@madang/decider';
import { actsFor, notYourInstitution } from '../acting.ts';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import type { DraftingLook } from './drafting-look.ts';
import { commitment } from './evolve.ts';
import type { Commitment } from './state.ts';
import { statusRefusal } from './status-refusal.ts';
import { writingRefusal } from './writing-refusal.ts';

export const reviseCommitment = (
  { body, actor }: Asks<typeof ReviseCommitment>,
  given: Given<Commitment, DraftingLook>,
): Decision => {
  const { forumId, commitmentId, draft, because, reason } = body;
  const self = inForum(given.self, forumId);
  if (!self) return unknown('commitment', commitmentId);
  if (!actsFor(actor, self.leadInstitutionId)) return notYourInstitution(self.leadInstitutionId);
  if (self.status !== 'draft') return statusRefusal(self);
  const { cycleId } = self;
  return (
    writingRefusal(actor, forumId, cycleId, draft, given.look) ??
    accepted(
      happened(commitment.ref(commitmentId), CommitmentRevised, {
        forumId,
        cycleId,
        commitmentId,
        version: self.version + 1,
        draft,
        because,
        reason,
      }),
    )
  );
};
