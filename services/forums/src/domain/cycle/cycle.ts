import { dayOf, daysBetween } from '@madang/calendar';
import {
  CycleClosed,
  CycleOpened,
  CycleResumed,
  CycleSuspended,
  type DataOf,
  DeadlineMoved,
  OutreachRecorded,
  PlanApproved,
  PlanSubmitted,
  type Stage,
  StageBegun,
  type StageDates,
  TimetablePublished,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

type Opened = DataOf<typeof CycleOpened>;

export type Cycle = Opened & {
  readonly stage: Stage;
  /** 0 while no timetable is published. */
  readonly version: number;
  readonly publishedOn: string | null;
  /** Days between the publication of drafting's start and that start. OGP 3.1. */
  readonly noticeDays: number;
  readonly stages: readonly StageDates[];
  readonly begunOn: Readonly<Partial<Record<Stage, string>>>;
  readonly suspendedOn: string | null;
  readonly outreachIds: readonly string[];
  readonly outreachOn: readonly string[];
  readonly approvedBy: string | null;
  readonly submittedOn: string | null;
};

const startOf = (stages: readonly StageDates[]): string | undefined =>
  stages.find((one) => one.stage === 'drafting')?.opensOn;

/** A moved start counts its notice from the day the new start was made known. */
const movedNotice = (state: Cycle, stages: readonly StageDates[], noticeGivenOn: string): Partial<Cycle> => {
  const start = startOf(stages);
  return start === undefined || start === startOf(state.stages)
    ? {}
    : { noticeDays: daysBetween(noticeGivenOn, start), publishedOn: noticeGivenOn };
};

const evolve = (state: Cycle | undefined, event: DomainEvent): Cycle => {
  if (event.type === CycleOpened.type) {
    const nothing = {
      version: 0,
      publishedOn: null,
      noticeDays: 0,
      stages: [],
      begunOn: {},
      suspendedOn: null,
      outreachIds: [],
      outreachOn: [],
      approvedBy: null,
      submittedOn: null,
    };
    return { ...(event.data as Opened), stage: 'timetable', ...nothing };
  }
  if (!state) throw new Error(`${event.type} before the cycle was opened`);
  switch (event.type) {
    case TimetablePublished.type: {
      const { version, publishedOn, noticeDays, stages } = event.data as DataOf<typeof TimetablePublished>;
      return { ...state, version, publishedOn, noticeDays, stages };
    }
    case DeadlineMoved.type: {
      const { version, stages, noticeGivenOn } = event.data as DataOf<typeof DeadlineMoved>;
      return { ...state, ...movedNotice(state, stages, noticeGivenOn), version, stages };
    }
    case StageBegun.type: {
      const { stage, on } = event.data as DataOf<typeof StageBegun>;
      return { ...state, stage, begunOn: { ...state.begunOn, [stage]: on } };
    }
    case OutreachRecorded.type: {
      const { outreachId, on } = event.data as DataOf<typeof OutreachRecorded>;
      return {
        ...state,
        outreachIds: [...state.outreachIds, outreachId],
        outreachOn: [...state.outreachOn, on],
      };
    }
    case CycleSuspended.type:
      return { ...state, suspendedOn: dayOf(event.time, state.zone) };
    case CycleResumed.type: {
      const { version, stages } = event.data as DataOf<typeof CycleResumed>;
      return { ...state, suspendedOn: null, version, stages };
    }
    case PlanApproved.type:
      return { ...state, approvedBy: (event.data as DataOf<typeof PlanApproved>).ballotId };
    case PlanSubmitted.type:
      return { ...state, submittedOn: (event.data as DataOf<typeof PlanSubmitted>).on };
    case CycleClosed.type:
      return { ...state, stage: 'closed' };
    default:
      return state;
  }
};

export const cycle = aggregate<Cycle>('cycle', evolve);
