import { addDays, instantOfDay } from '@madang/calendar';
import type { Decided, Recorded, Scene } from './stand-in.ts';

/** Commands of which the processes await no fact. */
const silently = Object.fromEntries(
  [
    'commitments.open-call.v1',
    'commitments.close-call.v1',
    'commitments.adopt-commitments.v1',
    'forums.close-ballot.v1',
    'forums.approve-plan.v1',
    'ministries.impose-obligation.v1',
    'ministries.shift-obligation.v1',
    'ministries.seal-sign-offs.v1',
    'forums.state-requirement-at-risk.v1',
    'commitments.open-consultation.v1',
    'commitments.close-consultation.v1',
    'people.record-repair.v1',
  ].map((type) => [type, (): Decided => ({ facts: [] })]),
);

const zone = 'Asia/Seoul';
const at = (day: string): string => instantOfDay(day, 'start', zone);

export type Rung = { readonly rung: string; readonly at: string };
type Obligation = {
  state: 'open' | 'discharged';
  ladder: readonly Rung[];
  ladderVersion: number;
  climbed: string[];
};
type Window = { readonly windowId: string; readonly closesAt: string; readonly state: 'open' | 'closed' };
type Cycle = {
  stage: string;
  suspended: boolean;
  version: number;
  stages: readonly object[];
  closed: boolean;
  submitted: boolean;
  sealed: boolean;
  consultationState: 'none' | 'open' | 'closed' | 'sealed';
};

/** Days of one cycle's five stages from the day on which drafting opens, ten days each; the last until another day if given. */
export const stagesFrom = (opensOn: string, endsOn?: string): readonly object[] =>
  ['drafting', 'consultation', 'response', 'approval', 'monitoring'].map((stage, index) => {
    const opens = addDays(opensOn, index * 10);
    const closes = (stage === 'monitoring' ? endsOn : undefined) ?? addDays(opensOn, index * 10 + 9);
    return {
      stage,
      opensOn: opens,
      closesOn: closes,
      opensAt: at(opens),
      closesAt: instantOfDay(closes, 'end', zone),
    };
  });

/** A ladder from a due day: one day before, due, overdue, silent. */
export const ladderTo = (dueOn: string): readonly Rung[] => [
  { rung: 'due-1d', at: at(addDays(dueOn, -1)) },
  { rung: 'due', at: at(dueOn) },
  { rung: 'overdue', at: at(addDays(dueOn, 1)) },
  { rung: 'silent', at: at(addDays(dueOn, 20)) },
];

/** One forum with its cycle and its obligations, as small as processes can tell it from a real one. */
export const openScene = (forumId: string, cycleId: string, clock: 'wall' | 'stepped', startsAt: string) => {
  let now = startsAt;
  const obligations = new Map<string, Obligation>();
  const watched: object[] = [];
  const led: object[] = [];
  const cycle: Cycle = {
    stage: 'timetable',
    suspended: false,
    version: 0,
    stages: [],
    closed: false,
    submitted: false,
    sealed: false,
    consultationState: 'none',
  };
  const forums = (type: string, data: object): Recorded => ({
    service: 'forums',
    type: `forums.${type}.v1`,
    data: { forumId, cycleId, ...data },
  });
  const ministries = (type: string, obligationId: string, data: object = {}): Recorded => ({
    service: 'ministries',
    type: `ministries.obligation.${type}.v1`,
    data: { forumId, obligationId, ...data },
  });

  const climb = ({
    obligationId,
    rung,
    ladderVersion,
  }: {
    readonly obligationId: string;
    readonly rung: string;
    readonly ladderVersion: number;
  }): Decided => {
    const one = obligations.get(obligationId);
    if (one?.state !== 'open' || one.ladderVersion !== ladderVersion || one.climbed.includes(rung))
      return { facts: [] };
    if (cycle.suspended) return { refused: 'cycle-suspended' };
    one.climbed.push(rung);
    return { facts: [ministries(rung === 'silent' ? 'silence-stated' : 'reminded', obligationId, { rung })] };
  };
  const windows = new Map<string, Window>();
  let early = 0;
  const begin = ({ stage }: { readonly stage: string }): Decided => {
    if (early > 0) {
      early -= 1;
      return { refused: 'stage-not-due', facts: { opensAt: new Date(Date.now() - 1_000).toISOString() } };
    }
    if (cycle.suspended) return { refused: 'cycle-suspended' };
    if (cycle.stage === stage) return { facts: [] };
    cycle.stage = stage;
    return { facts: [forums('cycle.stage-begun', { stage })] };
  };

  const scene: Scene = {
    forumId,
    now: () => (clock === 'stepped' ? now : new Date().toISOString()),
    commands: {
      'forums.step-clock.v1': ({ to }: { readonly to: string }) => {
        now = to;
        return { facts: [forums('clock.stepped', { to })] };
      },
      'forums.begin-stage.v1': begin,
      ...silently,
      'commitments.open-reporting-window.v1': ({ windowId, closesAt }: Omit<Window, 'state'>) => {
        windows.set(windowId, { windowId, closesAt, state: 'open' });
        return { facts: [] };
      },
      'commitments.close-reporting-window.v1': ({ windowId }: { readonly windowId: string }) => {
        const closesAt = windows.get(windowId)?.closesAt ?? '';
        windows.set(windowId, { windowId, closesAt, state: 'closed' });
        return { facts: [] };
      },
      'ministries.climb-obligation.v1': climb,
    },
    queries: {
      'forums.forum-table.v1': () => ({
        forumId,
        zone,
        country: 'KR',
        rulePack: 'ogp-2022',
        clock,
        now: scene.now(),
      }),
      'forums.forum-health.v1': () => ({
        nextMeetingDueOn: null,
        lastMeetingOn: null,
        repositoryUpdates: [],
        requirements: [],
        watch: watched,
      }),
      'forums.open-cycles.v1': () => ({
        forums: [],
        cycles: cycle.version > 0 && !cycle.closed ? [{ forumId, cycleId, clock, stage: cycle.stage }] : [],
        next: null,
      }),
      'forums.cycle-standing.v1': () => ({
        forumId,
        cycleId,
        ...cycle,
        timetableVersion: cycle.version,
        zone,
        country: 'KR',
        rulePack: 'ogp-2022',
        clock,
        signedOff: false,
        approved: false,
      }),
      'commitments.cycle-commitments.v1': () => ({
        cycleId,
        callId: null,
        consultationId: null,
        consultationState: cycle.consultationState,
        commitments: led,
        windows: [...windows.values()],
      }),
      'ministries.open-obligations.v1': () => ({
        obligations: [...obligations]
          .filter(([, one]) => one.state === 'open')
          .map(([obligationId]) => ({ obligationId, forumId, clock })),
        next: null,
      }),
      'ministries.obligation-standing.v1': ({ obligationId }: { readonly obligationId: string }) => {
        const one = obligations.get(obligationId);
        return (
          one && {
            obligationId,
            forumId,
            cycleId: null,
            actingInstitutionId: forumId,
            institutionId: forumId,
            obligationKind: 'sign-off',
            dueOn: '',
            lastRung: one.climbed.at(-1) ?? null,
            ...one,
          }
        );
      },
    },
  };
  return {
    scene,
    climbed: (obligationId: string): readonly string[] => obligations.get(obligationId)?.climbed ?? [],
    founded: forums('forum.founded', { clock }),
    /** A requirement that the calendar watches from now on, in place of others. */
    watch: (requirement: string, warnOn: string, dueOn: string): Recorded => {
      watched.splice(0, watched.length, { requirement, warnOn, dueOn });
      return forums('meeting.held', {});
    },
    impose: (obligationId: string, ladder: readonly Rung[]): Recorded => {
      obligations.set(obligationId, { state: 'open', ladder, ladderVersion: 1, climbed: [] });
      return ministries('imposed', obligationId, { ladder, ladderVersion: 1 });
    },
    discharge: (obligationId: string): Recorded => {
      const one = obligations.get(obligationId);
      if (one) one.state = 'discharged';
      return ministries('discharged', obligationId);
    },
    giveBack: (obligationId: string, ladder: readonly Rung[]): Recorded => {
      const ladderVersion = (obligations.get(obligationId)?.ladderVersion ?? 0) + 1;
      obligations.set(obligationId, { state: 'open', ladder, ladderVersion, climbed: [] });
      return ministries('returned', obligationId, { ladder, ladderVersion });
    },
    open: (): Recorded => forums('cycle.opened', {}),
    publish: (opensOn: string, endsOn?: string): Recorded => {
      cycle.version += 1;
      cycle.stages = stagesFrom(opensOn, endsOn);
      return forums('cycle.timetable-published', { version: cycle.version });
    },
    /** The forum's clock is behind that of the workers for so many asks. */
    isBehind: (times: number): void => {
      early = times;
    },
    openBallot: (ballotId: string, closesAt: string): Recorded =>
      forums('ballot.opened', { ballotId, closesAt, matter: 'approve-plan' }),
    move: (opensOn: string): Recorded => {
      cycle.version += 1;
      cycle.stages = stagesFrom(opensOn);
      return forums('cycle.deadline-moved', { version: cycle.version });
    },
    /** How far the cycle has come by the facts. */
    stands: (facts: Partial<Cycle>): void => {
      Object.assign(cycle, facts);
    },
    /** An institution leads a commitment from now on. */
    lead: (leadInstitutionId: string): void => {
      led.push({ commitmentId: leadInstitutionId, state: 'adopted', leadInstitutionId, contributions: 0 });
    },
    /** The windows that are open close later. */
    extendWindows: (closesAt: string): Recorded => {
      for (const one of windows.values())
        if (one.state === 'open') windows.set(one.windowId, { ...one, closesAt });
      return {
        service: 'commitments',
        type: 'commitments.reporting-window.extended.v1',
        data: { forumId, cycleId, closesAt },
      };
    },
    /** The plan was submitted, so that monitoring is next. */
    submit: (): void => {
      cycle.submitted = true;
    },
    suspend: (): Recorded => {
      cycle.suspended = true;
      return forums('cycle.suspended', {});
    },
    resume: (opensOn: string): Recorded => {
      cycle.suspended = false;
      cycle.version += 1;
      cycle.stages = stagesFrom(opensOn);
      return forums('cycle.resumed', { version: cycle.version });
    },
  };
};
