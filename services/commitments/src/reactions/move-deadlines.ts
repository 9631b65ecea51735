import { CycleResumed, type DatedStage, DeadlineMoved, OpenCall, OpenConsultation } from '@madang/contracts';
import { type Ask, ask, reaction } from '@madang/decider';

export type OpenIntakes = {
  readonly calls: readonly { readonly callId: string; readonly closesAt: string }[];
  readonly consultations: readonly {
    readonly consultationId: string;
    readonly commitmentIds: readonly string[];
    readonly closesAt: string;
  }[];
};

export type IntakeRows = { readonly openIntakesOf: (cycleId: string) => Promise<OpenIntakes> };

type Moved = {
  readonly forumId: string;
  readonly cycleId: string;
  readonly version: number;
  readonly stages: readonly { readonly stage: DatedStage; readonly closesAt: string }[];
};

/** What is open when its stage's deadline moves stays open until the new one. */
const moveOpen = async (
  { forumId, cycleId, version, stages }: Moved,
  rows: IntakeRows,
): Promise<readonly Ask[]> => {
  const { calls, consultations } = await rows.openIntakesOf(cycleId);
  const closing = (stage: DatedStage, before: string): string =>
    stages.find((one) => one.stage === stage)?.closesAt ?? before;
  return [
    ...calls.map(({ callId, closesAt }) =>
      ask(OpenCall, `move-call/${callId}/v${version}`, forumId, {
        forumId,
        callId,
        cycleId,
        closesAt: closing('drafting', closesAt),
      }),
    ),
    ...consultations.map(({ consultationId, commitmentIds, closesAt }) =>
      ask(OpenConsultation, `move-consultation/${consultationId}/v${version}`, forumId, {
        forumId,
        consultationId,
        cycleId,
        commitmentIds: [...commitmentIds],
        closesAt: closing('consultation', closesAt),
      }),
    ),
  ];
};

export const deadlineReactions = [
  reaction(DeadlineMoved, ({ data }, rows: IntakeRows) => moveOpen(data, rows)),
  reaction(CycleResumed, ({ data }, rows: IntakeRows) => moveOpen(data, rows)),
];
