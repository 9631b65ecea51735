import { type Decision, refused } from '@madang/decider';
import type { Plan } from './plan.ts';

/** Nothing changes in a cycle that is over. */
export const planClosed = (plan: Plan): Decision | undefined =>
  plan.closedOn === null
    ? undefined
    : refused('cycle-already-closed', 'The cycle is over; carry the matter into the next one.', {
        cycleId: plan.cycleId,
        closedOn: plan.closedOn,
      });
