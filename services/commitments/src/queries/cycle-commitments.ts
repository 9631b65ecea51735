import { CycleCommitments, type ResultOf } from '@madang/contracts';
import { responds } from '@madang/decider';

type Result = ResultOf<typeof CycleCommitments>;

export type CycleRows = {
  readonly knowsCycle: (cycleId: string) => Promise<boolean>;
  readonly callOf: (cycleId: string) => Promise<string | null>;
  readonly consultationOf: (
    cycleId: string,
  ) => Promise<{ readonly consultationId: string; readonly state: 'open' | 'closed' | 'sealed' } | undefined>;
  readonly commitmentsOf: (cycleId: string) => Promise<Result['commitments']>;
  readonly windowsOf: (cycleId: string) => Promise<Result['windows']>;
};

export const cycleCommitments = responds(CycleCommitments, async (rows: CycleRows, { cycleId }) => {
  if (!(await rows.knowsCycle(cycleId))) return undefined;
  const consultation = await rows.consultationOf(cycleId);
  return {
    cycleId,
    callId: await rows.callOf(cycleId),
    consultationId: consultation?.consultationId ?? null,
    consultationState: consultation?.state ?? ('none' as const),
    commitments: await rows.commitmentsOf(cycleId),
    windows: await rows.windowsOf(cycleId),
  };
});
