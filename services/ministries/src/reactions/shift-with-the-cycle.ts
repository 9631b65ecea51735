import { CycleResumed, ShiftObligation } from '@madang/contracts';
import { ask, reaction } from '@madang/decider';

export type OpenOfCycle = { readonly openObligationsOf: (cycleId: string) => Promise<readonly string[]> };

/** What is open in a cycle that was suspended is due as many days later. */
export const shiftWithTheCycle = reaction(CycleResumed, async ({ id, data }, rows: OpenOfCycle) => {
  const { forumId, cycleId, suspendedDays: days } = data;
  if (days < 1) return [];
  return (await rows.openObligationsOf(cycleId)).map((obligationId) =>
    ask(ShiftObligation, `shift/${obligationId}`, forumId, { forumId, obligationId, shiftId: id, days }),
  );
});
