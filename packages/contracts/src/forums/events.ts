import { z } from 'zod';
import { event } from '../kernel/define.ts';
import { Day, ForumClock, Id, Instant, Lang, OfficialName, TextRef } from '../kernel/primitives.ts';
import { textContracts } from '../kernel/texts.ts';
import { MeetingKind, RequirementRisk, RulePackId, Sector, VotingRules } from './words.ts';

export * from './cycle-events.ts';

export const ForumFounded = event(
  'forums.forum.founded.v1',
  'A forum exists.',
  z.object({
    forumId: Id,
    name: OfficialName,
    level: z.enum(['national', 'local']),
    parentForumId: Id.optional(),
    zone: z.string(),
    country: z.enum(['KR', 'none']),
    languages: z.array(Lang),
    rulePack: RulePackId,
    clock: ForumClock,
    startsAt: Instant.optional(),
  }),
);
export const RulesAdopted = event(
  'forums.forum.rules-adopted.v1',
  'A version of the rules of procedure was adopted.',
  z.object({ forumId: Id, version: z.int(), rules: VotingRules, adoptedOn: Day, text: TextRef.optional() }),
);
export const MemberSeated = event(
  'forums.forum.member-seated.v1',
  'A member holds a seat from a day until a day.',
  z.object({
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
export const SeatHandedOver = event(
  'forums.forum.seat-handed-over.v1',
  'Another person holds the seat.',
  z.object({ forumId: Id, seatId: Id, personId: Id, from: Day, until: Day }),
);
export const SeatVacated = event(
  'forums.forum.seat-vacated.v1',
  'A mandate ended before its time.',
  z.object({ forumId: Id, seatId: Id, on: Day, reasonCode: z.string() }),
);
export const WorkingGroupFormed = event(
  'forums.forum.working-group-formed.v1',
  'A working group exists.',
  z.object({ forumId: Id, groupId: Id, name: OfficialName }),
);
export const WorkingGroupJoined = event(
  'forums.forum.working-group-joined.v1',
  'A person joined a working group.',
  z.object({ forumId: Id, groupId: Id, personId: Id, seatId: Id.optional(), sector: Sector }),
);
export const WorkingGroupLeft = event(
  'forums.forum.working-group-left.v1',
  'A person left a working group.',
  z.object({ forumId: Id, groupId: Id, personId: Id }),
);
export const WorkingGroupDissolved = event(
  'forums.forum.working-group-dissolved.v1',
  'A working group has ended.',
  z.object({ forumId: Id, groupId: Id, on: Day }),
);
export const RepositoryUpdated = event(
  'forums.forum.repository-updated.v1',
  'The public repository was updated.',
  z.object({ forumId: Id, updateId: Id, on: Day, link: z.string() }),
);
/** `requirement`: of the rule pack, or `mandates` (they end), `balance` (one seat of civil society is left). `toPersonIds`: the co-chairs of that day. */
export const RequirementAtRisk = event(
  'forums.forum.requirement-at-risk.v1',
  'A minimum requirement is about to be missed, or was.',
  z.object({
    forumId: Id,
    requirement: z.string(),
    dueOn: Day,
    risk: RequirementRisk,
    toPersonIds: z.array(Id),
  }),
);
/** On its own aggregate `clock`, so that stepping never contends with the table. */
export const ClockStepped = event(
  'forums.clock.stepped.v1',
  "A rehearsal forum's clock moved.",
  z.object({ forumId: Id, to: Instant }),
);

export const MeetingScheduled = event(
  'forums.meeting.scheduled.v1',
  'A meeting is planned.',
  z.object({
    forumId: Id,
    meetingId: Id,
    meetingKind: MeetingKind,
    groupId: Id.optional(),
    cycleId: Id.optional(),
    startsAt: Instant,
    openToPublic: z.boolean(),
    agenda: TextRef.optional(),
  }),
);
export const MeetingCancelled = event(
  'forums.meeting.cancelled.v1',
  'A meeting will not take place.',
  z.object({ forumId: Id, meetingId: Id, reason: TextRef }),
);
export const MeetingHeld = event(
  'forums.meeting.held.v1',
  'A meeting took place.',
  z.object({
    forumId: Id,
    meetingId: Id,
    meetingKind: MeetingKind,
    cycleId: Id.optional(),
    heldOn: Day,
    attendance: z.array(Id),
    withCivilSociety: z.boolean(),
  }),
);
export const MeetingMinuted = event(
  'forums.meeting.minuted.v1',
  'The minutes of a meeting are there.',
  z.object({ forumId: Id, meetingId: Id, minutes: TextRef }),
);

export const {
  TextPublished: ForumTextPublished,
  TextNarrowed: ForumTextNarrowed,
  TextTranslated: ForumTextTranslated,
  TranslationChecked: ForumTranslationChecked,
  TextCorrected: ForumTextCorrected,
  TextWithdrawn: ForumTextWithdrawn,
} = textContracts('forums');
