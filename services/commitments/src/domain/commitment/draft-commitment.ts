import { CommitmentDrafted, type DraftCommitment } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import { adviseCommitments, rulePack } from '@madang/standards';
import type { Asks } from '../asks.ts';
import type { DraftingLook } from './drafting-look.ts';
import { commitment } from './evolve.ts';
import type { Commitment } from './state.ts';
import { takenIn, takingInRefusal } from './taking-in.ts';
import { writingRefusal } from './writing-refusal.ts';

/** Drafts a commitment; the proposals it came from become part of it. More than the advised number is a warning, never a refusal. */
export const draftCommitment = (
  { body, actor }: Asks<typeof DraftCommitment>,
  { self, of, look }: Given<Commitment, DraftingLook>,
): Decision => {
  const { forumId, cycleId, commitmentId, draft } = body;
  if (self)
    return refused(
      'commitment-already-drafted',
      'Write a new version of it, or draft another under its own id.',
      { commitmentId },
    );
  const refusal = writingRefusal(actor, forumId, cycleId, draft, look);
  if (refusal) return refusal;
  if (!look.plan) return unknown('cycle', cycleId);
  if (look.plan.approvedOn !== null)
    return refused(
      'plan-already-approved',
      'Amend an adopted commitment, or carry this one into the next cycle.',
      { cycleId, approvedOn: look.plan.approvedOn },
    );
  const fromProposals = [...new Set(body.fromProposals)];
  const unfit = takingInRefusal(body, fromProposals, of);
  if (unfit) return unfit;
  const warnings =
    adviseCommitments(rulePack(look.plan.rulePack), look.others + 1) === 'above-advice'
      ? (['more-than-advised'] as const)
      : [];
  return accepted(
    happened(commitment.ref(commitmentId), CommitmentDrafted, {
      forumId,
      cycleId,
      commitmentId,
      version: 1,
      draft,
      fromProposals,
      warnings,
    }),
    ...takenIn(body, fromProposals, of),
  );
};
