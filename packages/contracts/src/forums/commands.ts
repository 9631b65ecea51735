import { z } from 'zod';
import { command } from '../kernel/define.ts';
import { Day, ForumClock, freeText, Id, Instant, Lang, Letter, OfficialName, word } from '../kernel/primitives.ts';
import { textContracts } from '../kernel/texts.ts';
import { Choice, DatedStage, Matter, MeetingKind, RulePackId, Sector, VotingRules } from './words.ts';

const secretariat = ['secretariat'] as const;
const secretariatOrProcess = ['secretariat', 'process'] as const;
const Reason = freeText(5_000, 'public');

// The table
export const FoundForum = command('forums.found-forum.v1', ['secretariat', 'operator'], 'Found a forum, national or local.',
  z.strictObject({
    forumId: Id, name: OfficialName, level: z.enum(['national', 'local']), parentForumId: Id.optional(), zone: word(60),
    country: z.enum(['KR', 'none']), languages: z.array(Lang).min(1), rulePack: RulePackId,
    clock: ForumClock.default('wall'),
    /** Where a rehearsal forum's stepped clock starts; only for `stepped`. */
    startsAt: Instant.optional(),
  }));
export const AdoptRules = command('forums.adopt-rules.v1', secretariat, 'Adopt a version of the rules of procedure.',
  z.strictObject({ forumId: Id, rules: VotingRules, adoptedOn: Day, text: freeText(100_000, 'public').optional() }));
export const SeatMember = command('forums.seat-member.v1', secretariat, 'Give a seat to a member with a mandate.',
  z.strictObject({
    forumId: Id, seatId: Id, personId: Id, sector: Sector, organisation: OfficialName, institutionId: Id.optional(),
    position: z.enum(['member', 'co-chair', 'ex-officio']), from: Day, until: Day,
  }));
export const HandOverSeat = command('forums.hand-over-seat.v1', secretariat, 'Let another person hold a seat from a day on.',
  z.strictObject({ forumId: Id, seatId: Id, personId: Id, from: Day, until: Day }));
export const VacateSeat = command('forums.vacate-seat.v1', secretariat, 'End a mandate before its time.',
  z.strictObject({ forumId: Id, seatId: Id, on: Day, reasonCode: z.enum(['resigned', 'term-ended', 'body-dissolved', 'removed']) }));
export const FormWorkingGroup = command('forums.form-working-group.v1', secretariat, 'Form a working group.',
  z.strictObject({ forumId: Id, groupId: Id, name: OfficialName }));
export const JoinWorkingGroup = command('forums.join-working-group.v1', secretariat, 'Add a seat holder or a person from outside to a working group.',
  z.strictObject({ forumId: Id, groupId: Id, personId: Id, seatId: Id.optional(), sector: Sector }));
export const LeaveWorkingGroup = command('forums.leave-working-group.v1', secretariat, 'Take a person out of a working group.',
  z.strictObject({ forumId: Id, groupId: Id, personId: Id }));
export const RecordRepositoryUpdate = command('forums.record-repository-update.v1', secretariat, 'Record that the public repository of evidence was updated.',
  z.strictObject({ forumId: Id, updateId: Id, on: Day, link: z.url({ protocol: /^https?$/ }).max(500) }));
export const StepClock = command('forums.step-clock.v1', ['process'], "Step a rehearsal forum's clock forward.",
  z.strictObject({ forumId: Id, to: Instant }));

// Meetings
export const ScheduleMeeting = command('forums.schedule-meeting.v1', secretariat, 'Schedule a meeting.',
  z.strictObject({ forumId: Id, meetingId: Id, meetingKind: MeetingKind, groupId: Id.optional(), cycleId: Id.optional(), startsAt: Instant, openToPublic: z.boolean(), agenda: freeText(20_000, 'public').optional() }));
export const CancelMeeting = command('forums.cancel-meeting.v1', secretariat, 'Cancel a scheduled meeting.',
  z.strictObject({ forumId: Id, meetingId: Id, reason: Reason }));
export const HoldMeeting = command('forums.hold-meeting.v1', secretariat, 'Record that a meeting was held, and who attended.',
  z.strictObject({ forumId: Id, meetingId: Id, heldOn: Day, attendance: z.array(Id).max(500), withCivilSociety: z.boolean() }));
export const MinuteMeeting = command('forums.minute-meeting.v1', secretariat, 'Hand in the minutes of a held meeting.',
  z.strictObject({ forumId: Id, meetingId: Id, minutes: freeText(200_000, 'public') }));

// The cycle
export const OpenCycle = command('forums.open-cycle.v1', secretariat, 'Open an action plan cycle of two or four years.',
  z.strictObject({ forumId: Id, cycleId: Id, name: OfficialName, startsOn: Day, endsOn: Day, years: z.union([z.literal(2), z.literal(4)]), previousPlanEndedOn: Day.optional() }));
export const PublishTimetable = command('forums.publish-timetable.v1', secretariat, 'Publish the timetable of a cycle with its stages and opportunities to take part.',
  z.strictObject({
    forumId: Id, cycleId: Id,
    stages: z.array(z.strictObject({ stage: DatedStage, opensOn: Day, closesOn: Day })).min(1).max(5),
    opportunities: z.array(z.strictObject({ opportunityKind: z.enum(['call', 'meeting', 'hearing', 'survey', 'online']), on: Day })).max(100).default([]),
  }));
export const MoveDeadline = command('forums.move-deadline.v1', ['secretariat', 'co-chair'], 'Move a deadline by a decision with authority, reason and notice.',
  z.strictObject({ forumId: Id, cycleId: Id, stage: DatedStage, opensOn: Day.optional(), closesOn: Day.optional(), authority: z.enum(['plenary', 'co-chairs', 'secretariat', 'minister']), reason: Reason, noticeGivenOn: Day, letter: Letter.optional() }));
export const RecordOutreach = command('forums.record-outreach.v1', secretariat, 'Record an outreach activity.',
  z.strictObject({ forumId: Id, cycleId: Id, outreachId: Id, on: Day, channel: z.enum(['press', 'web', 'social', 'letter', 'event', 'broadcast']), link: z.url({ protocol: /^https?$/ }).max(500).optional(), audience: word(120) }));
export const BeginStage = command('forums.begin-stage.v1', secretariatOrProcess, 'Begin the next stage of a cycle when its gate is open.',
  z.strictObject({ forumId: Id, cycleId: Id, stage: z.enum(['drafting', 'consultation', 'response', 'approval', 'monitoring', 'assessment']) }));
export const SuspendCycle = command('forums.suspend-cycle.v1', ['secretariat', 'co-chair'], 'Suspend a cycle with authority and reason.',
  z.strictObject({ forumId: Id, cycleId: Id, authority: z.enum(['plenary', 'co-chairs', 'minister']), reason: Reason, letter: Letter.optional() }));
export const ResumeCycle = command('forums.resume-cycle.v1', ['secretariat', 'co-chair'], 'Resume a suspended cycle.',
  z.strictObject({ forumId: Id, cycleId: Id, authority: z.enum(['plenary', 'co-chairs', 'minister']), reason: Reason, letter: Letter.optional() }));
export const ApprovePlan = command('forums.approve-plan.v1', secretariatOrProcess, 'Approve the plan on a carried ballot.',
  z.strictObject({ forumId: Id, cycleId: Id, ballotId: Id }));
export const SubmitPlan = command('forums.submit-plan.v1', secretariat, 'Submit the approved plan in the administrative language and English.',
  z.strictObject({ forumId: Id, cycleId: Id, languages: z.array(Lang).min(1), link: z.url({ protocol: /^https?$/ }).max(500).optional(), letter: Letter.optional() }));
export const CloseCycle = command('forums.close-cycle.v1', secretariatOrProcess, 'Close a cycle after its monitoring.',
  z.strictObject({ forumId: Id, cycleId: Id }));

// Ballots and decisions
export const OpenBallot = command('forums.open-ballot.v1', ['secretariat', 'co-chair'], 'Open a ballot; choices stay hidden until it closes.',
  z.strictObject({ forumId: Id, ballotId: Id, cycleId: Id.optional(), matter: Matter, heldOn: Day, closesOn: Day }));
export const CastBallot = command('forums.cast-ballot.v1', ['member', 'co-chair'], 'Cast the ballot of a seat, once.',
  z.strictObject({ forumId: Id, ballotId: Id, seatId: Id, choice: Choice }));
export const Recuse = command('forums.recuse.v1', ['member', 'co-chair'], 'Recuse a seat from a ballot.',
  z.strictObject({ forumId: Id, ballotId: Id, seatId: Id, reasonCode: z.enum(['conflict-of-interest', 'other-duty', 'other']) }));
export const CloseBallot = command('forums.close-ballot.v1', secretariatOrProcess, 'Close a ballot and judge it by the rules of procedure on its day.',
  z.strictObject({ forumId: Id, ballotId: Id }));
export const RecordDecision = command('forums.record-decision.v1', secretariat, 'Record a decision of the forum with its dissent.',
  z.strictObject({ forumId: Id, decisionId: Id, cycleId: Id.optional(), meetingId: Id.optional(), ballotId: Id.optional(), matter: Matter, decidedOn: Day, text: freeText(50_000, 'public'), dissent: z.array(z.strictObject({ seatId: Id, text: freeText(20_000, 'public') })).max(100).default([]), letter: Letter.optional() }));

export const { PublishTexts: PublishForumTexts, TranslateText: TranslateForumText, CheckTranslation: CheckForumTranslation, CorrectText: CorrectForumText, WithdrawText: WithdrawForumText } = textContracts('forums');
