import type { Plan } from '../../domain/plan/plan.ts';

export type PlanRows = {
  readonly planOf: (cycleId: string) => Promise<Plan | undefined>;
  readonly planOfCommitment: (commitmentId: string) => Promise<Plan | undefined>;
};
