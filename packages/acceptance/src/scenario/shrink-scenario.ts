import type { Scenario } from './scenario.ts';

/** The same scenario with fewer contributions and only the first commitments, for tests. */
export const shrinkScenario = (
  scenario: Scenario,
  size: { readonly contributions: number; readonly commitments: number },
): Scenario => {
  const commitments = scenario.commitments.slice(0, size.commitments);
  const numbers = commitments.map(({ number }) => number);
  const { contributions, proposals } = scenario;
  const kept =
    proposals?.given.filter(({ fate }) => fate.is !== 'part-of' || numbers.includes(fate.commitment)) ?? [];
  const names = kept.map(({ proposal }) => proposal);
  const given = kept.filter(({ fate }) => fate.is !== 'merged' || names.includes(fate.into));
  return {
    ...scenario,
    commitments,
    ...(proposals === undefined ? {} : { proposals: { ...proposals, given } }),
    contributions: {
      ...contributions,
      count: size.contributions,
      citizens: Math.min(contributions.citizens, size.contributions),
      setAside: Math.min(contributions.setAside, 2),
      waived: Math.min(contributions.waived, 1),
    },
  };
};
