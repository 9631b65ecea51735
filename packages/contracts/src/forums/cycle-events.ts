import { z } from 'zod';
import { event } from '../kernel/define.ts';
import { Day, ForumClock, Id, Instant, Lang, Letter, OfficialName, TextRef } from '../kernel/primitives.ts';
import { Choice, DatedStage, Matter, RulePackId, Sector, Stage, StageDates, VotingRules } from './words.ts';

export const CycleOpened = event(
  'forums.cycle.opened.v1',
  'A cycle began.',
  z.object({
    forumId: Id,
    cycleId: Id,
    name: OfficialName,
    startsOn: Day,
    endsOn: Day,
    years: z.int(),
    rulePack: RulePackId,
    previousPlanEndedOn: Day.optional(),
    zone: z.string(),
    country: z.enum(['KR', 'none']),
    clock: ForumClock,
  }),
);
/** `noticeDays` between publication and the opening of drafting: OGP 3.1. */
export const TimetablePublished = event(
  'forums.cycle.timetable-published.v1',
  'The timetable is public.',
  z.object({
    forumId: Id,
    cycleId: Id,
    version: z.int(),
    publishedOn: Day,
    noticeDays: z.int(),
    stages: z.array(StageDates),
    opportunities: z.array(z.object({ opportunityKind: z.string(), on: Day })),
  }),
);
export const DeadlineMoved = event(
  'forums.cycle.deadline-moved.v1',
  'A deadline was moved by a decision.',
  z.object({
    forumId: Id,
    cycleId: Id,
    version: z.int(),
    stage: DatedStage,
    stages: z.array(StageDates),
    authority: z.string(),
    reason: TextRef,
    noticeGivenOn: Day,
    letter: Letter.optional(),
  }),
);
export const OutreachRecorded = event(
  'forums.cycle.outreach-recorded.v1',
  'Outreach took place.',
  z.object({
    forumId: Id,
    cycleId: Id,
    outreachId: Id,
    on: Day,
    channel: z.string(),
    audience: z.string(),
    link: z.string().optional(),
  }),
);
export const StageBegun = event(
  'forums.cycle.stage-begun.v1',
  'The cycle is in its next stage.',
  z.object({ forumId: Id, cycleId: Id, stage: Stage, on: Day }),
);
export const CycleSuspended = event(
  'forums.cycle.suspended.v1',
  'The cycle is suspended.',
  z.object({ forumId: Id, cycleId: Id, authority: z.string(), reason: TextRef, letter: Letter.optional() }),
);
/** Dates after the suspension shifted by the days it lasted; the timetable has a new version. */
export const CycleResumed = event(
  'forums.cycle.resumed.v1',
  'The cycle goes on.',
  z.object({
    forumId: Id,
    cycleId: Id,
    authority: z.string(),
    reason: TextRef,
    letter: Letter.optional(),
    suspendedDays: z.int(),
    version: z.int(),
    stages: z.array(StageDates),
  }),
);
export const PlanApproved = event(
  'forums.cycle.plan-approved.v1',
  'The forum approved the plan.',
  z.object({ forumId: Id, cycleId: Id, ballotId: Id, on: Day }),
);
export const PlanSubmitted = event(
  'forums.cycle.plan-submitted.v1',
  'The plan was submitted.',
  z.object({
    forumId: Id,
    cycleId: Id,
    languages: z.array(Lang),
    on: Day,
    link: z.string().optional(),
    letter: Letter.optional(),
  }),
);
export const CycleClosed = event(
  'forums.cycle.closed.v1',
  'The cycle is over.',
  z.object({ forumId: Id, cycleId: Id, on: Day }),
);

export const BallotOpened = event(
  'forums.ballot.opened.v1',
  'A ballot is open.',
  z.object({
    forumId: Id,
    ballotId: Id,
    cycleId: Id.optional(),
    matter: Matter,
    heldOn: Day,
    closesOn: Day,
    closesAt: Instant,
    rules: VotingRules,
    rulesVersion: z.int(),
    /** Who holds each seat on that day. */
    entitled: z.array(z.object({ seatId: Id, sector: Sector, personId: Id.optional() })),
  }),
);
/** `sealedChoice` opens only with the ballot's key. */
export const BallotCast = event(
  'forums.ballot.cast.v1',
  'A seat has voted; how is sealed.',
  z.object({ forumId: Id, ballotId: Id, seatId: Id, sealedChoice: z.string() }),
);
export const SeatRecused = event(
  'forums.ballot.seat-recused.v1',
  'A seat stands aside.',
  z.object({ forumId: Id, ballotId: Id, seatId: Id, reasonCode: z.string() }),
);
/** `choices` only for a roll call; a secret ballot reveals the tally and its key is destroyed. */
export const BallotClosed = event(
  'forums.ballot.closed.v1',
  'A ballot was judged.',
  z.object({
    forumId: Id,
    ballotId: Id,
    cycleId: Id.optional(),
    matter: Matter,
    on: Day,
    entitled: z.int(),
    turnout: z.int(),
    tally: z.object({ yes: z.int(), no: z.int(), abstain: z.int() }),
    quorumMet: z.boolean(),
    parityMet: z.boolean(),
    carried: z.boolean(),
    reasons: z.array(z.string()),
    choices: z.array(z.object({ seatId: Id, choice: Choice })).optional(),
  }),
);
export const DecisionRecorded = event(
  'forums.decision.recorded.v1',
  'The forum decided.',
  z.object({
    forumId: Id,
    decisionId: Id,
    cycleId: Id.optional(),
    meetingId: Id.optional(),
    ballotId: Id.optional(),
    matter: Matter,
    decidedOn: Day,
    text: TextRef,
    dissent: z.array(z.object({ seatId: Id, text: TextRef })),
    letter: Letter.optional(),
  }),
);
