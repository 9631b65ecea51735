import { z } from 'zod';
import { command } from '../kernel/define.ts';
import { Day, ForumClock, freeText, Id, Instant, Lang, OfficialName, word } from '../kernel/primitives.ts';
import { textContracts } from '../kernel/texts.ts';
import { secretariat } from '../kernel/who.ts';
import { MeetingKind, RequirementRisk, RulePackId, Sector, VotingRules } from './words.ts';

export * from './cycle-commands.ts';

const Reason = freeText(5_000, 'public');

// The table
export const FoundForum = command(
  'forums.found-forum.v1',
  ['secretariat', 'operator'],
  'Found a forum, national or local.',
  z.strictObject({
    forumId: Id,
    name: OfficialName,
    level: z.enum(['national', 'local']),
    parentForumId: Id.optional(),
    zone: word(60),
    country: z.enum(['KR', 'none']),
    languages: z.array(Lang).min(1),
    rulePack: RulePackId,
    clock: ForumClock.default('wall'),
    /** Where a rehearsal forum's stepped clock starts; only for `stepped`. */
    startsAt: Instant.optional(),
  }),
);
export const AdoptRules = command(
  'forums.adopt-rules.v1',
  secretariat,
  'Adopt a version of the rules of procedure.',
  z.strictObject({
    forumId: Id,
    rules: VotingRules,
    adoptedOn: Day,
    text: freeText(100_000, 'public').optional(),
  }),
);
export const SeatMember = command(
  'forums.seat-member.v1',
  secretariat,
  'Give a seat to a member with a mandate.',
  z.strictObject({
    forumId: Id,
    seatId: Id,
    personId: Id,
    sector: Sector,
    organisation: OfficialName,
    institutionId: Id.optional(),
    position: z.enum(['member', 'co-chair', 'ex-officio']),
    from: Day,
    until: Day,
  }),
);
export const HandOverSeat = command(
  'forums.hand-over-seat.v1',
  secretariat,
  'Let another person hold a seat from a day on.',
  z.strictObject({ forumId: Id, seatId: Id, personId: Id, from: Day, until: Day }),
);
export const VacateSeat = command(
  'forums.vacate-seat.v1',
  secretariat,
  'End a mandate before its time.',
  z.strictObject({
    forumId: Id,
    seatId: Id,
    on: Day,
    reasonCode: z.enum(['resigned', 'term-ended', 'body-dissolved', 'removed']),
  }),
);
export const FormWorkingGroup = command(
  'forums.form-working-group.v1',
  secretariat,
  'Form a working group.',
  z.strictObject({ forumId: Id, groupId: Id, name: OfficialName }),
);
export const JoinWorkingGroup = command(
  'forums.join-working-group.v1',
  secretariat,
  'Add a seat holder or a person from outside to a working group.',
  z.strictObject({ forumId: Id, groupId: Id, personId: Id, seatId: Id.optional(), sector: Sector }),
);
export const LeaveWorkingGroup = command(
  'forums.leave-working-group.v1',
  secretariat,
  'Take a person out of a working group.',
  z.strictObject({ forumId: Id, groupId: Id, personId: Id }),
);
export const DissolveWorkingGroup = command(
  'forums.dissolve-working-group.v1',
  secretariat,
  'Dissolve a working group from a day on.',
  z.strictObject({ forumId: Id, groupId: Id, on: Day }),
);
export const RecordRepositoryUpdate = command(
  'forums.record-repository-update.v1',
  secretariat,
  'Record that the public repository of evidence was updated.',
  z.strictObject({ forumId: Id, updateId: Id, on: Day, link: z.url({ protocol: /^https?$/ }).max(500) }),
);
/** Asked by the forum's calendar: time alone breaks a requirement unless somebody acts. */
export const StateRequirementAtRisk = command(
  'forums.state-requirement-at-risk.v1',
  ['process'],
  'State that a minimum requirement is about to be missed, or was.',
  z.strictObject({ forumId: Id, requirement: word(10), dueOn: Day, risk: RequirementRisk }),
);
export const StepClock = command(
  'forums.step-clock.v1',
  ['process'],
  "Step a rehearsal forum's clock forward.",
  z.strictObject({ forumId: Id, to: Instant }),
);

// Meetings
export const ScheduleMeeting = command(
  'forums.schedule-meeting.v1',
  secretariat,
  'Schedule a meeting.',
  z.strictObject({
    forumId: Id,
    meetingId: Id,
    meetingKind: MeetingKind,
    groupId: Id.optional(),
    cycleId: Id.optional(),
    startsAt: Instant,
    openToPublic: z.boolean(),
    agenda: freeText(20_000, 'public').optional(),
  }),
);
export const CancelMeeting = command(
  'forums.cancel-meeting.v1',
  secretariat,
  'Cancel a scheduled meeting.',
  z.strictObject({ forumId: Id, meetingId: Id, reason: Reason }),
);
export const HoldMeeting = command(
  'forums.hold-meeting.v1',
  secretariat,
  'Record that a meeting was held, and who attended.',
  z.strictObject({
    forumId: Id,
    meetingId: Id,
    heldOn: Day,
    attendance: z.array(Id).max(500),
    withCivilSociety: z.boolean(),
  }),
);
export const MinuteMeeting = command(
  'forums.minute-meeting.v1',
  secretariat,
  'Hand in the minutes of a held meeting.',
  z.strictObject({ forumId: Id, meetingId: Id, minutes: freeText(200_000, 'public') }),
);

export const {
  PublishTexts: PublishForumTexts,
  TranslateText: TranslateForumText,
  CheckTranslation: CheckForumTranslation,
  CorrectText: CorrectForumText,
  WithdrawText: WithdrawForumText,
} = textContracts('forums');
