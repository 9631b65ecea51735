import { z } from 'zod';
import { query } from '../kernel/define.ts';
import { Day, ForumClock, Id, Instant, Lang, OfficialName, Visibility } from '../kernel/primitives.ts';
import { RulePackId, Sector, Stage, StageDates, VotingRules } from './words.ts';

export const ReadTextsResult = z.object({
  texts: z.array(
    z.object({
      textId: Id,
      lang: Lang,
      text: z.string().nullable(),
      visibility: Visibility,
      state: z.enum(['readable', 'erased', 'withdrawn', 'not-for-you']),
    }),
  ),
});
export const ReadTextsBody = z.strictObject({ textIds: z.array(Id).min(1).max(200) });

export const CycleStanding = query(
  'forums.cycle-standing.v1',
  'anyone',
  'Where a cycle stands: stage, timetable, gates.',
  z.strictObject({ cycleId: Id }),
  z.object({
    forumId: Id,
    cycleId: Id,
    name: OfficialName,
    stage: Stage,
    suspended: z.boolean(),
    startsOn: Day,
    endsOn: Day,
    rulePack: RulePackId,
    zone: z.string(),
    country: z.enum(['KR', 'none']),
    clock: ForumClock,
    timetableVersion: z.int(),
    publishedOn: Day.nullable(),
    stages: z.array(StageDates),
    sealed: z.boolean(),
    signedOff: z.boolean(),
    approved: z.boolean(),
    submitted: z.boolean(),
    closed: z.boolean(),
  }),
);
export const ForumTable = query(
  'forums.forum-table.v1',
  'anyone',
  'Who sits at the table on a day, and the rules in force.',
  z.strictObject({ forumId: Id, on: Day.optional() }),
  z.object({
    forumId: Id,
    name: OfficialName,
    zone: z.string(),
    country: z.enum(['KR', 'none']),
    rulePack: RulePackId,
    clock: ForumClock,
    now: Instant,
    rulesVersion: z.int(),
    rules: VotingRules.nullable(),
    seats: z.array(
      z.object({
        seatId: Id,
        personId: Id,
        sector: Sector,
        organisation: OfficialName,
        position: z.string(),
        from: Day,
        until: Day,
      }),
    ),
    workingGroups: z.array(z.object({ groupId: Id, name: OfficialName, people: z.int() })),
  }),
);
export const ForumHealth = query(
  'forums.forum-health.v1',
  'anyone',
  'Standing under the minimum requirements of the rule pack.',
  z.strictObject({ forumId: Id, cycleId: Id.optional() }),
  z.object({
    asOf: Day,
    /** The pack by which the requirements are judged: of the cycle, else of the forum. */
    rulePack: RulePackId.optional(),
    requirements: z.array(
      z.object({
        id: z.string(),
        status: z.enum(['met', 'unmet', 'not-yet', 'not-applicable']),
        why: z.string(),
        /** The facts it rests on: days, counts and the figures of the pack. */
        evidence: z
          .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Day)]))
          .optional(),
      }),
    ),
    lastMeetingOn: Day.nullable(),
    nextMeetingDueOn: Day.nullable(),
    repositoryUpdates: z.array(Day),
    /** What time alone breaks: last day on which it can be kept, and from when one is warned. */
    watch: z.array(z.object({ requirement: z.string(), warnOn: Day, dueOn: Day })),
  }),
);
export const BallotStanding = query(
  'forums.ballot-standing.v1',
  'anyone',
  'Turnout of a ballot, and its outcome once closed; never a choice before.',
  z.strictObject({ ballotId: Id }),
  z.object({
    ballotId: Id,
    state: z.enum(['open', 'closed']),
    entitled: z.int(),
    turnout: z.int(),
    recused: z.int(),
    closesOn: Day,
    carried: z.boolean().nullable(),
  }),
);
/** For the reconciler: what should have a running process. */
export const OpenCycles = query(
  'forums.open-cycles.v1',
  ['process', 'operator'],
  'Cycles that are not closed, and their forums.',
  z.strictObject({ cursor: Id.optional() }),
  z.object({
    forums: z.array(
      z.object({ forumId: Id, zone: z.string(), country: z.enum(['KR', 'none']), clock: ForumClock }),
    ),
    cycles: z.array(z.object({ forumId: Id, cycleId: Id, clock: ForumClock, stage: Stage })),
    next: Id.nullable(),
  }),
);
export const ReadForumTexts = query(
  'forums.read-texts.v1',
  'anyone',
  'Texts of the forum that the asker may read.',
  ReadTextsBody,
  ReadTextsResult,
);
