import {
  CycleResumed,
  CycleSuspended,
  ForumFounded,
  PURPOSE_NAMESPACE,
  ShiftObligation,
} from '@madang/contracts';
import { ask, copy, reaction } from '@madang/decider';
import { v5 as uuidv5 } from 'uuid';

export type ForumWriter = {
  readonly keepForum: (row: {
    readonly id: string;
    readonly zone: string;
    readonly country: string;
    readonly rulePack: string;
  }) => Promise<void>;
  readonly suspend: (cycleId: string, suspended: boolean) => Promise<void>;
};
export type CycleObligationRows = {
  readonly openObligationsIn: (cycleId: string) => Promise<readonly string[]>;
};

/** Where and by which rules a forum counts its days. */
export const copyForum = copy(ForumFounded, async (rows: ForumWriter, facts) => {
  for (const { data } of facts)
    await rows.keepForum({
      id: data.forumId,
      zone: data.zone,
      country: data.country,
      rulePack: data.rulePack,
    });
});
export const copySuspended = copy(CycleSuspended, async (rows: ForumWriter, facts) => {
  for (const { data } of facts) await rows.suspend(data.cycleId, true);
});
export const copyResumed = copy(CycleResumed, async (rows: ForumWriter, facts) => {
  for (const { data } of facts) await rows.suspend(data.cycleId, false);
});

/** The days of a suspension do not count: what is owed moves by them. */
export const shiftWhenResumed = reaction(CycleResumed, async ({ id, data }, rows: CycleObligationRows) =>
  (await rows.openObligationsIn(data.cycleId)).map((obligationId) =>
    ask(ShiftObligation, `shift/${obligationId}`, data.forumId, {
      forumId: data.forumId,
      obligationId,
      shiftId: uuidv5(`shift/${id}/${obligationId}`, PURPOSE_NAMESPACE),
      days: data.suspendedDays,
    }),
  ),
);
