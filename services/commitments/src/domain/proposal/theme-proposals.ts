import { ProposalThemed, type ThemeProposals } from '@madang/contracts';
import {
  accepted,
  type Decision,
  type Given,
  type Happened,
  happened,
  refused,
  unknown,
} from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { proposal } from './evolve.ts';
import type { Proposal } from './state.ts';

/** Sorts proposals of one cycle by theme; what has its theme already stays. A theme moves nothing else: the lineage is kept. */
export const themeProposals = (
  { body: { forumId, cycleId, themes } }: Asks<typeof ThemeProposals>,
  { of }: Given<Proposal>,
): Decision => {
  const facts: Happened[] = [];
  const wanted = new Map(themes.map((one) => [one.proposalId, one.theme]));
  for (const [proposalId, theme] of wanted) {
    const one = inForum(of(proposal.ref(proposalId)), forumId);
    if (!one) return unknown('proposal', proposalId);
    if (one.cycleId !== cycleId)
      return refused('proposal-of-another-cycle', 'Sort proposals of one cycle.', {
        proposalId,
        cycleId: one.cycleId,
      });
    if ((one.theme ?? null) !== theme)
      facts.push(happened(proposal.ref(proposalId), ProposalThemed, { forumId, proposalId, cycleId, theme }));
  }
  return accepted(...facts);
};
