import type { Plan } from '../plan/plan.ts';

/** What is looked up before a commitment is written: its plan, how many others there are, and who has its number. */
export type DraftingLook = {
  readonly plan: Plan | undefined;
  /** Other commitments of the cycle that are not withdrawn. */
  readonly others: number;
  readonly numberHeldBy: string | undefined;
};
