import { z } from 'zod';
import { command } from '../kernel/define.ts';
import { Day, freeText, Id, Lang, Letter, OfficialName, word } from '../kernel/primitives.ts';
import { secretariat, secretariatOrProcess } from '../kernel/who.ts';
import { Choice, DatedStage, Matter } from './words.ts';

const Reason = freeText(5_000, 'public');

// The cycle
export const OpenCycle = command(
  'forums.open-cycle.v1',
  secretariat,
  'Open an action plan cycle of two or four years.',
  z.strictObject({
    forumId: Id,
    cycleId: Id,
    name: OfficialName,
    startsOn: Day,
    endsOn: Day,
    years: z.union([z.literal(2), z.literal(4)]),
    previousPlanEndedOn: Day.optional(),
  }),
);
export const PublishTimetable = command(
  'forums.publish-timetable.v1',
  secretariat,
  'Publish the timetable of a cycle with its stages and opportunities to take part.',
  z.strictObject({
    forumId: Id,
    cycleId: Id,
    stages: z
      .array(z.strictObject({ stage: DatedStage, opensOn: Day, closesOn: Day }))
      .min(1)
      .max(5),
    opportunities: z
      .array(
        z.strictObject({
          opportunityKind: z.enum(['call', 'meeting', 'hearing', 'survey', 'online']),
          on: Day,
        }),
      )
      .max(100)
      .default([]),
  }),
);
export const MoveDeadline = command(
  'forums.move-deadline.v1',
  ['secretariat', 'co-chair'],
  'Move a deadline by a decision with authority, reason and notice.',
  z.strictObject({
    forumId: Id,
    cycleId: Id,
    stage: DatedStage,
    opensOn: Day.optional(),
    closesOn: Day.optional(),
    authority: z.enum(['plenary', 'co-chairs', 'secretariat', 'minister']),
    reason: Reason,
    noticeGivenOn: Day,
    letter: Letter.optional(),
  }),
);
export const RecordOutreach = command(
  'forums.record-outreach.v1',
  secretariat,
  'Record an outreach activity.',
  z.strictObject({
    forumId: Id,
    cycleId: Id,
    outreachId: Id,
    on: Day,
    channel: z.enum(['press', 'web', 'social', 'letter', 'event', 'broadcast']),
    link: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    audience: word(120),
  }),
);
export const BeginStage = command(
  'forums.begin-stage.v1',
  secretariatOrProcess,
  'Begin the next stage of a cycle when its gate is open.',
  z.strictObject({
    forumId: Id,
    cycleId: Id,
    stage: z.enum(['drafting', 'consultation', 'response', 'approval', 'monitoring', 'assessment']),
  }),
);
export const SuspendCycle = command(
  'forums.suspend-cycle.v1',
  ['secretariat', 'co-chair'],
  'Suspend a cycle with authority and reason.',
  z.strictObject({
    forumId: Id,
    cycleId: Id,
    authority: z.enum(['plenary', 'co-chairs', 'minister']),
    reason: Reason,
    letter: Letter.optional(),
  }),
);
export const ResumeCycle = command(
  'forums.resume-cycle.v1',
  ['secretariat', 'co-chair'],
  'Resume a suspended cycle.',
  z.strictObject({
    forumId: Id,
    cycleId: Id,
    authority: z.enum(['plenary', 'co-chairs', 'minister']),
    reason: Reason,
    letter: Letter.optional(),
  }),
);
export const ApprovePlan = command(
  'forums.approve-plan.v1',
  secretariatOrProcess,
  'Approve the plan on a carried ballot.',
  z.strictObject({ forumId: Id, cycleId: Id, ballotId: Id }),
);
export const SubmitPlan = command(
  'forums.submit-plan.v1',
  secretariat,
  'Submit the approved plan in the administrative language and English.',
  z.strictObject({
    forumId: Id,
    cycleId: Id,
    languages: z.array(Lang).min(1),
    link: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    letter: Letter.optional(),
  }),
);
export const CloseCycle = command(
  'forums.close-cycle.v1',
  secretariatOrProcess,
  'Close a cycle after its monitoring.',
  z.strictObject({ forumId: Id, cycleId: Id }),
);

// Ballots and decisions
export const OpenBallot = command(
  'forums.open-ballot.v1',
  ['secretariat', 'co-chair'],
  'Open a ballot; choices stay hidden until it closes.',
  z.strictObject({
    forumId: Id,
    ballotId: Id,
    cycleId: Id.optional(),
    matter: Matter,
    heldOn: Day,
    closesOn: Day,
  }),
);
export const CastBallot = command(
  'forums.cast-ballot.v1',
  ['member', 'co-chair'],
  'Cast the ballot of a seat, once.',
  z.strictObject({ forumId: Id, ballotId: Id, seatId: Id, choice: Choice }),
);
export const Recuse = command(
  'forums.recuse.v1',
  ['member', 'co-chair'],
  'Recuse a seat from a ballot.',
  z.strictObject({
    forumId: Id,
    ballotId: Id,
    seatId: Id,
    reasonCode: z.enum(['conflict-of-interest', 'other-duty', 'other']),
  }),
);
export const CloseBallot = command(
  'forums.close-ballot.v1',
  secretariatOrProcess,
  'Close a ballot and judge it by the rules of procedure on its day.',
  z.strictObject({ forumId: Id, ballotId: Id }),
);
export const RecordDecision = command(
  'forums.record-decision.v1',
  secretariat,
  'Record a decision of the forum with its dissent.',
  z.strictObject({
    forumId: Id,
    decisionId: Id,
    cycleId: Id.optional(),
    meetingId: Id.optional(),
    ballotId: Id.optional(),
    matter: Matter,
    decidedOn: Day,
    text: freeText(50_000, 'public'),
    dissent: z
      .array(z.strictObject({ seatId: Id, text: freeText(20_000, 'public') }))
      .max(100)
      .default([]),
    letter: Letter.optional(),
  }),
);
