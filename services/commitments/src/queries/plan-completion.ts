import { type Completion, PlanCompletion } from '@madang/contracts';
import { responds } from '@madang/decider';
import { completionOf } from '../domain/commitment/completion-of.ts';

export type MilestoneStanding = {
  readonly commitmentId: string;
  readonly number: number;
  readonly dueOn: string;
  /** From its latest report. */
  readonly completion: Completion | null;
  readonly localCommitments: number;
};

export type CompletionRows = {
  /** The forum's day today; `undefined` for a cycle that is not known. */
  readonly todayIn: (cycleId: string) => Promise<string | undefined>;
  /** Milestones of the adopted commitments, in the order of their commitments' numbers. */
  readonly standingsOf: (cycleId: string) => Promise<readonly MilestoneStanding[]>;
};

export const planCompletion = responds(PlanCompletion, async (rows: CompletionRows, { cycleId }) => {
  const today = await rows.todayIn(cycleId);
  if (today === undefined) return undefined;
  const byCommitment = Map.groupBy(await rows.standingsOf(cycleId), (one) => one.commitmentId);
  return {
    commitments: [...byCommitment].map(([commitmentId, milestones]) => ({
      commitmentId,
      number: milestones[0]?.number ?? 0,
      completion: completionOf(milestones.map((one) => one.completion ?? undefined)),
      reported: milestones.filter((one) => one.completion !== null).length,
      milestones: milestones.length,
      overdueMilestones: milestones.filter((one) => one.dueOn < today && one.completion !== 'complete')
        .length,
      localCommitments: milestones[0]?.localCommitments ?? 0,
    })),
  };
});
