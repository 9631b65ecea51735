import { ProposalBecamePart } from '@madang/contracts';
import { type Decision, type Given, type Happened, happened, unknown } from '@madang/decider';
import { inForum } from '../in-forum.ts';
import { proposal } from '../proposal/evolve.ts';
import { fateRefusal } from '../proposal/fate-refusal.ts';
import type { Proposal } from '../proposal/state.ts';

type Into = { readonly forumId: string; readonly cycleId: string; readonly commitmentId: string };

const isPartOf = ({ fate }: Proposal, commitmentId: string): boolean =>
  fate.kind === 'part-of' && fate.commitmentIds.includes(commitmentId);

/** What keeps proposals from becoming part of a commitment: each is of its cycle and still open, or part of another. */
export const takingInRefusal = (
  { forumId, cycleId }: Into,
  proposalIds: readonly string[],
  of: Given['of'],
): Decision | undefined => {
  for (const proposalId of proposalIds) {
    const one = inForum(of(proposal.ref(proposalId)), forumId);
    if (!one || one.cycleId !== cycleId) return unknown('proposal', proposalId);
    if (one.fate.kind !== 'received' && one.fate.kind !== 'part-of') return fateRefusal(one);
  }
  return undefined;
};

/** Each proposal becomes part of the commitment, once. */
export const takenIn = (
  { forumId, commitmentId }: Into,
  proposalIds: readonly string[],
  of: Given['of'],
): readonly Happened[] =>
  [...new Set(proposalIds)]
    .filter((proposalId) => {
      const one = of(proposal.ref(proposalId));
      return one !== undefined && !isPartOf(one, commitmentId);
    })
    .map((proposalId) =>
      happened(proposal.ref(proposalId), ProposalBecamePart, { forumId, proposalId, commitmentId }),
    );
