import { z } from 'zod';
import { Evidence } from '../commitments/words.ts';
import { command } from '../kernel/define.ts';
import { Day, freeText, Id, Instant, Letter, OfficialName, word } from '../kernel/primitives.ts';
import { textContracts } from '../kernel/texts.ts';
import { secretariat, secretariatOrProcess } from '../kernel/who.ts';
import { InstitutionKind, ObligationKind, ObligationSubject, PostLevel, Rung, Verdict } from './words.ts';

const Reason = freeText(10_000, 'forum');

export const RegisterInstitution = command(
  'ministries.register-institution.v1',
  secretariat,
  'Register a ministry or another lead institution.',
  z.strictObject({
    forumId: Id,
    institutionId: Id,
    code: word(30),
    name: OfficialName,
    institutionKind: InstitutionKind,
    from: Day,
  }),
);
export const RenameInstitution = command(
  'ministries.rename-institution.v1',
  secretariat,
  'Give an institution a new name from a day on.',
  z.strictObject({ forumId: Id, institutionId: Id, name: OfficialName, from: Day }),
);
/** Open obligations pass to `obligationsTo`, one of the successors. */
export const SucceedInstitution = command(
  'ministries.succeed-institution.v1',
  secretariat,
  'Let an institution be succeeded by others, its open obligations passing by a decision.',
  z.strictObject({
    forumId: Id,
    institutionId: Id,
    how: z.enum(['merged', 'split', 'abolished', 'replaced']),
    successorIds: z.array(Id).min(1).max(10),
    obligationsTo: Id,
    on: Day,
    decisionId: Id.optional(),
    letter: Letter.optional(),
  }),
);
export const CreatePost = command(
  'ministries.create-post.v1',
  secretariat,
  'Create a post that acts for an institution.',
  z.strictObject({
    forumId: Id,
    postId: Id,
    institutionId: Id,
    title: OfficialName,
    level: PostLevel,
    personId: Id,
    from: Day,
  }),
);
export const HandOverPost = command(
  'ministries.hand-over-post.v1',
  ['secretariat', 'ministry'],
  'Let another person hold a post; everything open goes with it.',
  z.strictObject({ forumId: Id, institutionId: Id, postId: Id, personId: Id, from: Day }),
);

/** The ladder's instants are computed outside and given. */
export const ImposeObligation = command(
  'ministries.impose-obligation.v1',
  secretariatOrProcess,
  'Impose an obligation on an institution with a due date and its ladder.',
  z.strictObject({
    forumId: Id,
    obligationId: Id,
    cycleId: Id.optional(),
    institutionId: Id,
    obligationKind: ObligationKind,
    subject: ObligationSubject,
    dueOn: Day,
    ladder: z
      .array(z.strictObject({ rung: Rung, at: Instant }))
      .min(1)
      .max(12),
    letter: Letter.optional(),
  }),
);
export const ClimbObligation = command(
  'ministries.climb-obligation.v1',
  ['process'],
  'Climb a rung of the ladder: remind, fall due, overdue, escalate, state silence.',
  z.strictObject({ forumId: Id, obligationId: Id, rung: Rung, ladderVersion: z.int().min(1) }),
);
export const RemindObligation = command(
  'ministries.remind-obligation.v1',
  ['secretariat', 'operator', 'process'],
  'Remind of an obligation outside the ladder.',
  z.strictObject({ forumId: Id, obligationId: Id, reminderId: Id }),
);
export const DelegateObligation = command(
  'ministries.delegate-obligation.v1',
  ['ministry', 'secretariat', 'operator'],
  'Delegate an obligation to another institution; the first stays answerable.',
  z.strictObject({
    forumId: Id,
    obligationId: Id,
    toInstitutionId: Id,
    reason: Reason,
    letter: Letter.optional(),
  }),
);
export const AskExtension = command(
  'ministries.ask-extension.v1',
  ['ministry'],
  'Ask for more time.',
  z.strictObject({
    forumId: Id,
    obligationId: Id,
    extensionId: Id,
    until: Day,
    reason: Reason,
    letter: Letter.optional(),
  }),
);
/** When granted, the new ladder is given (instants computed outside). */
export const DecideExtension = command(
  'ministries.decide-extension.v1',
  ['secretariat', 'operator'],
  'Grant or refuse more time.',
  z.strictObject({
    forumId: Id,
    obligationId: Id,
    extensionId: Id,
    granted: z.boolean(),
    dueOn: Day.optional(),
    reason: Reason,
  }),
);
/** Unasked, by a decision of the secretariat or an operator; it also answers what was asked for, if anything was. */
export const ExtendObligation = command(
  'ministries.extend-obligation.v1',
  ['secretariat', 'operator'],
  'Give more time without being asked, with a reason; the ladder begins anew.',
  z.strictObject({ forumId: Id, obligationId: Id, extensionId: Id, dueOn: Day, reason: Reason }),
);
export const DischargeObligation = command(
  'ministries.discharge-obligation.v1',
  ['ministry'],
  'Discharge an obligation.',
  z.strictObject({
    forumId: Id,
    obligationId: Id,
    verdict: Verdict,
    note: freeText(20_000, 'forum').optional(),
    evidence: z.array(Evidence).max(50).default([]),
    letter: Letter.optional(),
  }),
);
/** Asked by the service of itself: a report is made once, and no second form has to say so. */
export const SettleReports = command(
  'ministries.settle-reports.v1',
  ['process'],
  'Discharge a duty to report because everything it is about was reported, by the day of the last report.',
  z.strictObject({ forumId: Id, obligationId: Id, on: Day }),
);
export const ReturnObligation = command(
  'ministries.return-obligation.v1',
  secretariat,
  'Return a discharged obligation with a reason and a new due date.',
  z.strictObject({ forumId: Id, obligationId: Id, dueOn: Day, reason: Reason }),
);
export const WithdrawObligation = command(
  'ministries.withdraw-obligation.v1',
  ['secretariat', 'operator', 'process'],
  'Withdraw an obligation that is no longer owed.',
  z.strictObject({
    forumId: Id,
    obligationId: Id,
    reasonCode: z.enum(['subject-withdrawn', 'imposed-in-error', 'skipped-by-operator', 'cycle-closed']),
  }),
);
/** Asked by the service of itself for each open obligation when a suspended cycle goes on. */
export const ShiftObligation = command(
  'ministries.shift-obligation.v1',
  ['process'],
  'Move the due date by the days for which the cycle was suspended.',
  z.strictObject({ forumId: Id, obligationId: Id, shiftId: Id, days: z.int().min(1).max(3660) }),
);
export const SealSignOffs = command(
  'ministries.seal-sign-offs.v1',
  secretariatOrProcess,
  'State that every lead institution of a cycle has signed off.',
  z.strictObject({ forumId: Id, cycleId: Id, institutionIds: z.array(Id).min(1).max(200) }),
);

export const {
  PublishTexts: PublishMinistryTexts,
  TranslateText: TranslateMinistryText,
  CheckTranslation: CheckMinistryTranslation,
  CorrectText: CorrectMinistryText,
  WithdrawText: WithdrawMinistryText,
} = textContracts('ministries');
