import type { Plan } from '../plan/plan.ts';

export type ReportLook = {
  readonly plan: Plan | undefined;
  /** Institutions for which that of whoever asks answers too. */
  readonly answersFor: readonly string[];
};
