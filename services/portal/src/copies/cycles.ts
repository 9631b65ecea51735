import {
  CycleClosed,
  CycleOpened,
  CycleResumed,
  CycleSuspended,
  type DataOf,
  DeadlineMoved,
  type Event,
  PlanApproved,
  PlanSubmitted,
  StageBegun,
  type StageDates,
  TimetablePublished,
} from '@madang/contracts';
import { copy } from '@madang/decider';

export type CycleChange = {
  readonly stage?: string;
  readonly suspended?: boolean;
  readonly timetableVersion?: number;
  readonly stages?: readonly StageDates[];
  readonly approvedOn?: string;
  readonly submittedOn?: string;
};
export type CycleWriter = {
  readonly addCycle: (row: {
    readonly id: string;
    readonly forumId: string;
    readonly name: { readonly ko: string; readonly en: string };
    readonly startsOn: string;
    readonly endsOn: string;
  }) => Promise<void>;
  readonly changeCycle: (id: string, change: CycleChange) => Promise<void>;
};

const changing = <E extends Event>(event: E, change: (data: DataOf<E>) => CycleChange) =>
  copy(event, async (rows: CycleWriter, facts) => {
    for (const { data } of facts)
      await rows.changeCycle((data as { readonly cycleId: string }).cycleId, change(data));
  });

/** Cycles: the stage they are in and their timetable. */
export const cycleCopies = [
  copy(CycleOpened, async (rows: CycleWriter, facts) => {
    for (const { data } of facts)
      await rows.addCycle({
        id: data.cycleId,
        forumId: data.forumId,
        name: data.name,
        startsOn: data.startsOn,
        endsOn: data.endsOn,
      });
  }),
  changing(TimetablePublished, ({ version, stages }) => ({ timetableVersion: version, stages })),
  changing(DeadlineMoved, ({ version, stages }) => ({ timetableVersion: version, stages })),
  changing(StageBegun, ({ stage }) => ({ stage })),
  changing(CycleSuspended, () => ({ suspended: true })),
  changing(CycleResumed, ({ version, stages }) => ({ suspended: false, timetableVersion: version, stages })),
  changing(PlanApproved, ({ on }) => ({ approvedOn: on })),
  changing(PlanSubmitted, ({ on }) => ({ submittedOn: on })),
  changing(CycleClosed, () => ({ stage: 'closed' })),
];
