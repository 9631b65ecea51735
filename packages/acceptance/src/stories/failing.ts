import type { Rehearsed } from '../rehearse-scenario.ts';

/** The invariants that do not hold, each in one line. */
export const failing = ({ outcome }: Rehearsed): readonly string[] =>
  outcome.invariants.filter(({ holds }) => !holds).map(({ name, detail }) => `${name}: ${detail}`);
