import { type After, PlanCompletion, ProcessesOf } from '@madang/contracts';
import type { Portal } from '../portal/portal.ts';
import type { Driven } from '../rehearsal/drive.ts';
import { digestOf, type FactsDigest } from './digest.ts';
import { type Fact, factsOf } from './facts.ts';
import type { Invariant } from './invariant.ts';
import { invariantsOf } from './invariants.ts';
import { type Duty, dutiesOf } from './obligations.ts';

/** What a rehearsal came to. */
export type Outcome = FactsDigest & {
  readonly facts: readonly Fact[];
  readonly duties: readonly Duty[];
  readonly invariants: readonly Invariant[];
  readonly completion: readonly {
    readonly number: number;
    readonly completion: string;
    readonly reported: number;
    readonly milestones: number;
  }[];
  /** Processes of the forum that still run, by kind. */
  readonly processes: Readonly<Record<string, number>>;
  /** Milliseconds that reading and checking took. */
  readonly took: number;
};

/** Reads back everything that was recorded since, and judges it. */
export const outcomeOf = async (driven: Driven, portal: Portal, since: After): Promise<Outcome> => {
  const begun = performance.now();
  const { cast, forumId, cycleId, ids } = driven.rehearsal;
  const facts = await factsOf(portal, cast.operator, forumId, since);
  const duties = dutiesOf(facts, driven.rehearsal);
  const invariants = await invariantsOf(driven, portal, facts, duties);
  const { commitments } = await portal.query(cast.operator, PlanCompletion, { cycleId });
  const { processes } = await portal.query(cast.operator, ProcessesOf, { forumId });
  const counted = Object.fromEntries(
    [...Map.groupBy(processes, ({ process }) => process)].map(([kind, all]) => [kind, all.length]),
  );
  return {
    ...digestOf(facts, ids.labelOf),
    facts,
    duties,
    invariants,
    completion: commitments.toSorted((a, b) => a.number - b.number),
    processes: counted,
    took: performance.now() - begun,
  };
};
