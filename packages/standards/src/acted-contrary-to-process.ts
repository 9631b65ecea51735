import { addMonths, type Day } from './day.ts';
import type { RulePack } from './rule-pack.ts';
import type { Standing } from './standing.ts';

export type Ground =
  | 'plan-not-delivered-in-time'
  | 'minimum-requirement-unmet'
  | 'no-progress-on-any-commitment';

export type ProcessFacts = {
  readonly asOf: Day;
  /** Null for a first plan, which cannot be late. */
  readonly previousPlanEndedOn: Day | null;
  /** The day the plan was published on OGP's site; delivery counts from there. */
  readonly deliveredOn: Day | null;
  readonly standings: readonly Standing[];
  /** Null until progress was judged. */
  readonly progressOnAnyCommitment: boolean | null;
};

export type ProcessVerdict = {
  readonly contrary: boolean;
  readonly grounds: readonly Ground[];
  /** Ids of the requirements that are unmet, forgiven ones included. */
  readonly unmet: readonly string[];
  /** Unmet requirements are not held against the member before the pack's grace has ended. */
  readonly forgiven: boolean;
  /** Last day of delivery; null for a first plan. */
  readonly deliverBy: Day | null;
};

/**
 * Whether a member acted contrary to process: no plan in time after the last one's end, or a minimum requirement unmet,
 * or no progress on any commitment. What is `not-yet` is not held against it.
 */
export const actedContraryToProcess = (pack: RulePack, facts: ProcessFacts): ProcessVerdict => {
  const deliverBy =
    facts.previousPlanEndedOn === null
      ? null
      : addMonths(facts.previousPlanEndedOn, pack.deliveryWithinMonths);
  const deliveredOn =
    facts.deliveredOn !== null && facts.deliveredOn <= facts.asOf ? facts.deliveredOn : facts.asOf;
  const unmet = facts.standings.filter(({ status }) => status === 'unmet').map(({ id }) => id);
  const inGrace = pack.graceUntil !== null && facts.asOf <= pack.graceUntil;
  const grounds: readonly Ground[] = [
    ...(deliverBy !== null && deliveredOn > deliverBy ? ['plan-not-delivered-in-time' as const] : []),
    ...(unmet.length > 0 && !inGrace ? ['minimum-requirement-unmet' as const] : []),
    ...(facts.progressOnAnyCommitment === false ? ['no-progress-on-any-commitment' as const] : []),
  ];
  return { contrary: grounds.length > 0, grounds, unmet, forgiven: unmet.length > 0 && inGrace, deliverBy };
};

/** Twice running contrary to process brings a member under Procedural Review. `cycles` in the order of time. */
export const callsForProceduralReview = (cycles: readonly Pick<ProcessVerdict, 'contrary'>[]): boolean =>
  cycles.length > 1 && cycles.slice(-2).every(({ contrary }) => contrary);
