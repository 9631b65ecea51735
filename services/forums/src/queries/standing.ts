import { dayOf } from '@madang/calendar';
import {
  BallotStanding,
  CycleStanding,
  ForumHealth,
  ForumTable,
  OpenCycles,
  type RulePackId,
  type Stage,
} from '@madang/contracts';
import { responds } from '@madang/decider';
import { checkRequirements, nextMeetingDueOn, rulePack, watchRequirements } from '@madang/standards';
import type { Ballot } from '../domain/ballot/ballot.ts';
import type { Cycle } from '../domain/cycle/cycle.ts';
import type { Gates } from '../domain/cycle/stage-gate.ts';
import { type Forum, holderOn, rulesOn } from '../domain/forum/forum.ts';
import { watchSeats } from '../domain/forum/watch-seats.ts';

export type StandingRows = {
  readonly forumState: (id: string) => Promise<Forum | undefined>;
  readonly cycleState: (id: string) => Promise<Cycle | undefined>;
  readonly ballotState: (id: string) => Promise<Ballot | undefined>;
  readonly nowOf: (forumId: string) => Promise<string>;
  readonly gatesOf: (cycleId: string) => Promise<Gates>;
  readonly sealedCounts: (
    cycleId: string,
  ) => Promise<{ readonly accepted: number; readonly answered: number; readonly waived: number } | undefined>;
  readonly meetingsOf: (
    forumId: string,
  ) => Promise<
    readonly { readonly heldOn: string; readonly meetingKind: string; readonly withCivilSociety: boolean }[]
  >;
  /** Cycles of a forum that are not closed. */
  readonly runningCycles: (forumId: string) => Promise<readonly Cycle[]>;
  readonly openCycles: (
    after: string | undefined,
    most: number,
  ) => Promise<
    readonly {
      readonly forumId: string;
      readonly cycleId: string;
      readonly clock: 'wall' | 'stepped';
      readonly stage: Stage;
    }[]
  >;
  readonly allForums: () => Promise<
    readonly {
      readonly forumId: string;
      readonly zone: string;
      readonly country: 'KR' | 'none';
      readonly clock: 'wall' | 'stepped';
    }[]
  >;
};

const PAGE = 200;

export const cycleStanding = responds(CycleStanding, async (rows: StandingRows, { cycleId }) => {
  const state = await rows.cycleState(cycleId);
  if (!state) return undefined;
  const gates = await rows.gatesOf(cycleId);
  const { forumId, name, stage, startsOn, endsOn, zone, country, clock, version, publishedOn, stages } =
    state;
  return {
    forumId,
    cycleId,
    name,
    stage,
    startsOn,
    endsOn,
    zone,
    country,
    clock,
    publishedOn,
    stages: [...stages],
    suspended: state.suspendedOn !== null,
    rulePack: state.rulePack,
    timetableVersion: version,
    ...gates,
    approved: state.approvedBy !== null,
    submitted: state.submittedOn !== null,
    closed: stage === 'closed',
  };
});

export const forumTable = responds(ForumTable, async (rows: StandingRows, { forumId, on }) => {
  const state = await rows.forumState(forumId);
  if (!state) return undefined;
  const now = await rows.nowOf(forumId);
  const day = on ?? dayOf(now, state.zone);
  const inForce = rulesOn(state, day);
  const seats = Object.values(state.seats).flatMap((seat) => {
    const holding = holderOn(seat, day);
    return holding
      ? [
          {
            seatId: seat.seatId,
            ...holding,
            sector: seat.sector,
            organisation: seat.organisation,
            position: seat.position,
          },
        ]
      : [];
  });
  const workingGroups = Object.values(state.groups).map(({ groupId, name, personIds }) => ({
    groupId,
    name,
    people: personIds.length,
  }));
  const { name, zone, country, clock } = state;
  return {
    forumId,
    name,
    zone,
    country,
    clock,
    rulePack: state.rulePack,
    now,
    rulesVersion: inForce?.version ?? 0,
    rules: inForce?.rules ?? null,
    seats,
    workingGroups,
  };
});

export const ballotStanding = responds(BallotStanding, async (rows: StandingRows, { ballotId }) => {
  const state = await rows.ballotState(ballotId);
  if (!state) return undefined;
  const { entitled, cast, recused, closesOn, outcome } = state;
  return {
    ballotId,
    state: outcome ? ('closed' as const) : ('open' as const),
    entitled: entitled.length,
    turnout: cast.length,
    recused: recused.length,
    closesOn,
    carried: outcome?.carried ?? null,
  };
});

/** For the reconciler: what should have a running process, a page of cycles at a time. */
export const openCycles = responds(OpenCycles, async (rows: StandingRows, { cursor }) => {
  const cycles = await rows.openCycles(cursor, PAGE);
  return {
    forums: cursor ? [] : [...(await rows.allForums())],
    cycles: [...cycles],
    next: cycles.length === PAGE ? (cycles.at(-1)?.cycleId ?? null) : null,
  };
});

type HeldMeetings = Awaited<ReturnType<StandingRows['meetingsOf']>>;
/** Days on which results were presented to civil society. OGP 5.1 */
const resultsMeetingsIn = (held: HeldMeetings): readonly string[] =>
  held.filter((one) => one.meetingKind === 'results' && one.withCivilSociety).map((one) => one.heldOn);

const requirementsOf = async (
  rows: StandingRows,
  state: Forum,
  planned: Cycle | undefined,
  today: string,
) => {
  const held = await rows.meetingsOf(state.forumId);
  const counts = planned ? await rows.sealedCounts(planned.cycleId) : undefined;
  const at = (stage: Cycle['stages'][number]['stage']) => planned?.stages.find((one) => one.stage === stage);
  const [drafting, consultation, monitoring] = [at('drafting'), at('consultation'), at('monitoring')];
  const windows = [drafting, consultation].flatMap((one) =>
    one ? [{ opensOn: one.opensOn, closesOn: one.closesOn, channel: 'online' as const }] : [],
  );
  const pack: RulePackId = planned?.rulePack ?? state.rulePack;
  return checkRequirements(rulePack(pack), {
    asOf: today,
    assessedFrom: planned?.startsOn ?? dayOf(state.foundedAt, state.zone),
    meetingsHeldOn: held.map((one) => one.heldOn),
    rulesPublishedOn: state.rules[0]?.adoptedOn ?? null,
    // The portal is the public site of every forum it serves.
    sitePublishedOn: dayOf(state.foundedAt, state.zone),
    repositoryUpdatedOn: state.updatesOn,
    timetable:
      planned?.publishedOn && drafting
        ? { publishedOn: planned.publishedOn, developmentStartsOn: drafting.opensOn }
        : null,
    development: {
      startedOn: planned?.begunOn.drafting ?? null,
      endedOn: planned?.begunOn.submission ?? null,
    },
    outreachOn: planned?.outreachOn ?? [],
    inputWindows: windows,
    contributions: counts ?? { accepted: 0, answered: 0, waived: 0 },
    summaryPublishedOn: null,
    implementation: monitoring ? { startsOn: monitoring.opensOn, endsOn: monitoring.closesOn } : null,
    resultsMeetingsOn: resultsMeetingsIn(held),
  });
};

export const forumHealth = responds(ForumHealth, async (rows: StandingRows, { forumId, cycleId }) => {
  const state = await rows.forumState(forumId);
  if (!state) return undefined;
  const planned = cycleId ? await rows.cycleState(cycleId) : undefined;
  const today = dayOf(await rows.nowOf(forumId), state.zone);
  const meetings = await rows.meetingsOf(forumId);
  const held = meetings.map((one) => one.heldOn);
  const standings = await requirementsOf(rows, state, planned, today);
  const pack = rulePack(state.rulePack);
  // Of two plans that overlap, results are presented of the one that is carried out.
  const carriedOut = (await rows.runningCycles(forumId))
    .filter((one) => one.submittedOn !== null)
    .flatMap((one) => one.stages.find((dates) => dates.stage === 'monitoring') ?? [])
    .toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1))[0];
  const kept = {
    asOf: today,
    assessedFrom: dayOf(state.foundedAt, state.zone),
    meetingsHeldOn: held,
    rulesPublishedOn: state.rules[0]?.adoptedOn ?? null,
    repositoryUpdatedOn: state.updatesOn,
    implementation: carriedOut ? { startsOn: carriedOut.opensOn, endsOn: carriedOut.closesOn } : null,
    resultsMeetingsOn: resultsMeetingsIn(meetings),
  };
  return {
    asOf: today,
    rulePack: planned?.rulePack ?? state.rulePack,
    requirements: standings.map(({ id, status, why, evidence }) => ({
      ...{ id, status, why },
      evidence: evidence as Record<string, string | number | boolean | null | string[]>,
    })),
    lastMeetingOn: held.at(-1) ?? null,
    nextMeetingDueOn: nextMeetingDueOn(pack, kept),
    repositoryUpdates: [...state.updatesOn],
    watch: [...watchRequirements(pack, kept), ...watchSeats(state, today, pack.warnDaysBefore)],
  };
});
