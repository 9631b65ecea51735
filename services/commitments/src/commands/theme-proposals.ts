import { ThemeProposals } from '@madang/contracts';
import { answers } from '@madang/decider';
import { proposal } from '../domain/proposal/evolve.ts';
import { themeProposals as decide } from '../domain/proposal/theme-proposals.ts';

export const themeProposals = answers(ThemeProposals, {
  // The contract asks for at least one.
  on: (body) => proposal.ref(body.themes[0]?.proposalId ?? body.cycleId),
  also: (body) => body.themes.map((one) => proposal.ref(one.proposalId)),
  decide,
});
