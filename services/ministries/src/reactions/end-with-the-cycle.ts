import { CycleClosed, WithdrawObligation } from '@madang/contracts';
import { ask, reaction } from '@madang/decider';
import type { OpenOfCycle } from './shift-with-the-cycle.ts';

/** What nobody answered until the cycle was over is owed no longer; that silence was stated stays a public fact. */
export const endWithTheCycle = reaction(CycleClosed, async ({ data }, rows: OpenOfCycle) => {
  const { forumId, cycleId } = data;
  return (await rows.openObligationsOf(cycleId)).map((obligationId) =>
    ask(WithdrawObligation, `cycle-closed/${obligationId}`, forumId, {
      forumId,
      obligationId,
      reasonCode: 'cycle-closed',
    }),
  );
});
