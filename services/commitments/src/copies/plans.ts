import { CycleClosed, CycleOpened, type DataOf, PlanApproved } from '@madang/contracts';
import { copy, notYet } from '@madang/decider';

export type PlanCopyRows = {
  readonly putPlans: (cycles: readonly DataOf<typeof CycleOpened>[]) => Promise<void>;
  /** How many of the plans were known. */
  readonly approvePlans: (
    approvals: readonly { readonly cycleId: string; readonly on: string }[],
  ) => Promise<number>;
  readonly closePlans: (
    closings: readonly { readonly cycleId: string; readonly on: string }[],
  ) => Promise<number>;
};

type OnDay = { readonly data: { readonly cycleId: string; readonly on: string } };
const days = (facts: readonly OnDay[]) => facts.map(({ data: { cycleId, on } }) => ({ cycleId, on }));

const demandAll = (known: number, facts: readonly OnDay[]): void => {
  if (known < new Set(facts.map((fact) => fact.data.cycleId)).size) throw notYet('cycle opened');
};

/** What commitments keep of forums' cycles: period, rules, approval and end. */
export const planCopies = [
  copy(CycleOpened, (rows: PlanCopyRows, facts) => rows.putPlans(facts.map((fact) => fact.data))),
  copy(PlanApproved, async (rows: PlanCopyRows, facts) =>
    demandAll(await rows.approvePlans(days(facts)), facts),
  ),
  copy(CycleClosed, async (rows: PlanCopyRows, facts) =>
    demandAll(await rows.closePlans(days(facts)), facts),
  ),
];
