import { CommitmentRevised, type ReviseCommitment } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, unknown } from '@madang/decider';
import { actsFor, notYourInstitution } from '../acting.ts';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import type { DraftingLook } from './drafting-look.ts';
import { commitment } from './evolve.ts';
import type { Commitment } from './state.ts';
import { statusRefusal } from './status-refusal.ts';
import { takenIn, takingInRefusal } from './taking-in.ts';
import { versionRefusal } from './version-refusal.ts';
import { writingRefusal } from './writing-refusal.ts';

/** Writes a new version of a draft; proposals that come to it with this version become part of it. */
export const reviseCommitment = (
  { body, actor }: Asks<typeof ReviseCommitment>,
  given: Given<Commitment, DraftingLook>,
): Decision => {
  const { forumId, commitmentId, draft, because, reason, fromProposals, onVersion } = body;
  const self = inForum(given.self, forumId);
  if (!self) return unknown('commitment', commitmentId);
  if (!actsFor(actor, self.leadInstitutionId)) return notYourInstitution(self.leadInstitutionId);
  if (self.status !== 'draft') return statusRefusal(self);
  return (
    versionRefusal(self, onVersion) ??
    writingRefusal(actor, forumId, self.cycleId, draft, given.look) ??
    takingInRefusal(self, fromProposals, given.of) ??
    accepted(
      happened(commitment.ref(commitmentId), CommitmentRevised, {
        ...{
          forumId,
          cycleId: self.cycleId,
          commitmentId,
          version: self.version + 1,
          draft,
          because,
          reason,
        },
        ...(fromProposals.length > 0 ? { fromProposals: [...new Set(fromProposals)] } : {}),
      }),
      ...takenIn(self, fromProposals, given.of),
    )
  );
};
