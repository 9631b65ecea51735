import type { Completion, Outcome, Sector } from '@madang/contracts';

/** The IRM's five values of completion, from least to most. */
export const completionValues = [
  'no-evidence-available',
  'not-started',
  'limited',
  'substantial',
  'complete',
] as const satisfies readonly Completion[];

/** What can become of a contribution; each is given with a reason. OGP 4.1; the six words are ours. */
export const responseOutcomes = [
  'adopted',
  'partly-adopted',
  'merged',
  'already-covered',
  'not-adopted',
  'out-of-scope',
] as const satisfies readonly Outcome[];

/** Who sits at the table. */
export const sectors = [
  'government',
  'civil-society',
  'academia',
  'private',
  'other-branch',
] as const satisfies readonly Sector[];

/** Values of which a commitment must serve at least one of the `core`; the `additional` count only beside them. */
export const ogpValues = {
  core: ['transparency', 'participation', 'accountability'],
  additional: ['technology', 'inclusion'],
} as const;
