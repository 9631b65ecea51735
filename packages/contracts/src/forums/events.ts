import { z } from 'zod';
import { event } from '../kernel/define.ts';
import { Day, ForumClock, Id, Instant, Lang, Letter, OfficialName, TextRef } from '../kernel/primitives.ts';
import { textContracts } from '../kernel/texts.ts';
import { Choice, DatedStage, Matter, MeetingKind, RulePackId, Sector, Stage, StageDates, VotingRules } from './words.ts';

export const ForumFounded = event('forums.forum.founded.v1', 'A forum exists.',
  z.object({ forumId: Id, name: OfficialName, level: z.enum(['national', 'local']), parentForumId: Id.optional(), zone: z.string(), country: z.enum(['KR', 'none']), languages: z.array(Lang), rulePack: RulePackId, clock: ForumClock, startsAt: Instant.optional() }));
export const RulesAdopted = event('forums.forum.rules-adopted.v1', 'A version of the rules of procedure was adopted.',
  z.object({ forumId: Id, version: z.int(), rules: VotingRules, adoptedOn: Day, text: TextRef.optional() }));
export const MemberSeated = event('forums.forum.member-seated.v1', 'A member holds a seat from a day until a day.',
  z.object({ forumId: Id, seatId: Id, personId: Id, sector: Sector, organisation: OfficialName, institutionId: Id.optional(), position: z.enum(['member', 'co-chair', 'ex-officio']), from: Day, until: Day }));
export const SeatHandedOver = event('forums.forum.seat-handed-over.v1', 'Another person holds the seat.',
  z.object({ forumId: Id, seatId: Id, personId: Id, from: Day, until: Day }));
export const SeatVacated = event('forums.forum.seat-vacated.v1', 'A mandate ended before its time.',
  z.object({ forumId: Id, seatId: Id, on: Day, reasonCode: z.string() }));
export const WorkingGroupFormed = event('forums.forum.working-group-formed.v1', 'A working group exists.', z.object({ forumId: Id, groupId: Id, name: OfficialName }));
export const WorkingGroupJoined = event('forums.forum.working-group-joined.v1', 'A person joined a working group.', z.object({ forumId: Id, groupId: Id, personId: Id, seatId: Id.optional(), sector: Sector }));
export const WorkingGroupLeft = event('forums.forum.working-group-left.v1', 'A person left a working group.', z.object({ forumId: Id, groupId: Id, personId: Id }));
export const RepositoryUpdated = event('forums.forum.repository-updated.v1', 'The public repository was updated.', z.object({ forumId: Id, updateId: Id, on: Day, link: z.string() }));
/** On its own aggregate `clock`, so that stepping never contends with the table. */
export const ClockStepped = event('forums.clock.stepped.v1', "A rehearsal forum's clock moved.", z.object({ forumId: Id, to: Instant }));

export const MeetingScheduled = event('forums.meeting.scheduled.v1', 'A meeting is planned.',
  z.object({ forumId: Id, meetingId: Id, meetingKind: MeetingKind, groupId: Id.optional(), cycleId: Id.optional(), startsAt: Instant, openToPublic: z.boolean(), agenda: TextRef.optional() }));
export const MeetingCancelled = event('forums.meeting.cancelled.v1', 'A meeting will not take place.', z.object({ forumId: Id, meetingId: Id, reason: TextRef }));
export const MeetingHeld = event('forums.meeting.held.v1', 'A meeting took place.',
  z.object({ forumId: Id, meetingId: Id, meetingKind: MeetingKind, cycleId: Id.optional(), heldOn: Day, attendance: z.array(Id), withCivilSociety: z.boolean() }));
export const MeetingMinuted = event('forums.meeting.minuted.v1', 'The minutes of a meeting are there.', z.object({ forumId: Id, meetingId: Id, minutes: TextRef }));

export const CycleOpened = event('forums.cycle.opened.v1', 'A cycle began.',
  z.object({ forumId: Id, cycleId: Id, name: OfficialName, startsOn: Day, endsOn: Day, years: z.int(), rulePack: RulePackId, previousPlanEndedOn: Day.optional(), zone: z.string(), country: z.enum(['KR', 'none']), clock: ForumClock }));
/** `noticeDays` between publication and the opening of drafting: OGP 3.1. */
export const TimetablePublished = event('forums.cycle.timetable-published.v1', 'The timetable is public.',
  z.object({ forumId: Id, cycleId: Id, version: z.int(), publishedOn: Day, noticeDays: z.int(), stages: z.array(StageDates), opportunities: z.array(z.object({ opportunityKind: z.string(), on: Day })) }));
export const DeadlineMoved = event('forums.cycle.deadline-moved.v1', 'A deadline was moved by a decision.',
  z.object({ forumId: Id, cycleId: Id, version: z.int(), stage: DatedStage, stages: z.array(StageDates), authority: z.string(), reason: TextRef, noticeGivenOn: Day, letter: Letter.optional() }));
export const OutreachRecorded = event('forums.cycle.outreach-recorded.v1', 'Outreach took place.', z.object({ forumId: Id, cycleId: Id, outreachId: Id, on: Day, channel: z.string(), audience: z.string(), link: z.string().optional() }));
export const StageBegun = event('forums.cycle.stage-begun.v1', 'The cycle is in its next stage.', z.object({ forumId: Id, cycleId: Id, stage: Stage, on: Day }));
export const CycleSuspended = event('forums.cycle.suspended.v1', 'The cycle is suspended.', z.object({ forumId: Id, cycleId: Id, authority: z.string(), reason: TextRef, letter: Letter.optional() }));
/** Dates after the suspension shifted by the days it lasted; the timetable has a new version. */
export const CycleResumed = event('forums.cycle.resumed.v1', 'The cycle goes on.', z.object({ forumId: Id, cycleId: Id, authority: z.string(), reason: TextRef, letter: Letter.optional(), suspendedDays: z.int(), version: z.int(), stages: z.array(StageDates) }));
export const PlanApproved = event('forums.cycle.plan-approved.v1', 'The forum approved the plan.', z.object({ forumId: Id, cycleId: Id, ballotId: Id, on: Day }));
export const PlanSubmitted = event('forums.cycle.plan-submitted.v1', 'The plan was submitted.', z.object({ forumId: Id, cycleId: Id, languages: z.array(Lang), on: Day, link: z.string().optional(), letter: Letter.optional() }));
export const CycleClosed = event('forums.cycle.closed.v1', 'The cycle is over.', z.object({ forumId: Id, cycleId: Id, on: Day }));

export const BallotOpened = event('forums.ballot.opened.v1', 'A ballot is open.',
  z.object({ forumId: Id, ballotId: Id, cycleId: Id.optional(), matter: Matter, heldOn: Day, closesOn: Day, closesAt: Instant, rules: VotingRules, rulesVersion: z.int(), entitled: z.array(z.object({ seatId: Id, sector: Sector })) }));
/** `sealedChoice` opens only with the ballot's key. */
export const BallotCast = event('forums.ballot.cast.v1', 'A seat has voted; how is sealed.', z.object({ forumId: Id, ballotId: Id, seatId: Id, sealedChoice: z.string() }));
export const SeatRecused = event('forums.ballot.seat-recused.v1', 'A seat stands aside.', z.object({ forumId: Id, ballotId: Id, seatId: Id, reasonCode: z.string() }));
/** `choices` only for a roll call; a secret ballot reveals the tally and its key is destroyed. */
export const BallotClosed = event('forums.ballot.closed.v1', 'A ballot was judged.',
  z.object({ forumId: Id, ballotId: Id, cycleId: Id.optional(), matter: Matter, on: Day, entitled: z.int(), turnout: z.int(), tally: z.object({ yes: z.int(), no: z.int(), abstain: z.int() }), quorumMet: z.boolean(), parityMet: z.boolean(), carried: z.boolean(), reasons: z.array(z.string()), choices: z.array(z.object({ seatId: Id, choice: Choice })).optional() }));
export const DecisionRecorded = event('forums.decision.recorded.v1', 'The forum decided.',
  z.object({ forumId: Id, decisionId: Id, cycleId: Id.optional(), meetingId: Id.optional(), ballotId: Id.optional(), matter: Matter, decidedOn: Day, text: TextRef, dissent: z.array(z.object({ seatId: Id, text: TextRef })), letter: Letter.optional() }));

export const { TextPublished: ForumTextPublished, TextTranslated: ForumTextTranslated, TranslationChecked: ForumTranslationChecked, TextCorrected: ForumTextCorrected, TextWithdrawn: ForumTextWithdrawn } = textContracts('forums');
