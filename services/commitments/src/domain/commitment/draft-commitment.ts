import { CommitmentDrafted, type DraftCommitment, ProposalBecamePart } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import { adviseCommitments, rulePack } from '@madang/standards';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { proposal } from '../proposal/evolve.ts';
import { fateRefusal } from '../proposal/fate-refusal.ts';
import type { DraftingLook } from './drafting-look.ts';
import { commitment } from './evolve.ts';
import type { Commitment } from './state.ts';
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
  for (const proposalId of fromProposals) {
    const one = inForum(of(proposal.ref(proposalId)), forumId);
    if (!one || one.cycleId !== cycleId) return unknown('proposal', proposalId);
    if (one.fate.kind !== 'received' && one.fate.kind !== 'part-of') return fateRefusal(one);
  }
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
    ...fromProposals.map((proposalId) =>
      happened(proposal.ref(proposalId), ProposalBecamePart, { forumId, proposalId, commitmentId }),
    ),
  );
};
