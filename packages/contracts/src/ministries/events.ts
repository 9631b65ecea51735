import { z } from 'zod';
import { Evidence } from '../commitments/words.ts';
import { event } from '../kernel/define.ts';
import { Day, Id, Instant, Letter, OfficialName, TextRef } from '../kernel/primitives.ts';
import { textContracts } from '../kernel/texts.ts';
import { InstitutionKind, ObligationKind, ObligationSubject, PostLevel, Rung, Verdict } from './words.ts';

export const InstitutionRegistered = event(
  'ministries.institution.registered.v1',
  'An institution is known.',
  z.object({
    forumId: Id,
    institutionId: Id,
    code: z.string(),
    name: OfficialName,
    institutionKind: InstitutionKind,
    from: Day,
  }),
);
export const InstitutionRenamed = event(
  'ministries.institution.renamed.v1',
  'An institution has a new name.',
  z.object({ forumId: Id, institutionId: Id, name: OfficialName, from: Day }),
);
export const InstitutionSucceeded = event(
  'ministries.institution.succeeded.v1',
  'Others stand in the place of an institution.',
  z.object({
    forumId: Id,
    institutionId: Id,
    how: z.string(),
    successorIds: z.array(Id),
    obligationsTo: Id,
    on: Day,
    decisionId: Id.optional(),
    letter: Letter.optional(),
  }),
);
/** Posts live on the institution. */
export const PostCreated = event(
  'ministries.institution.post-created.v1',
  'A post acts for an institution.',
  z.object({
    forumId: Id,
    postId: Id,
    institutionId: Id,
    title: OfficialName,
    level: PostLevel,
    personId: Id,
    from: Day,
  }),
);
export const PostHandedOver = event(
  'ministries.institution.post-handed-over.v1',
  'Another person holds a post.',
  z.object({ forumId: Id, postId: Id, institutionId: Id, personId: Id, from: Day }),
);

const Ladder = z.array(z.object({ rung: Rung, at: Instant }));
const obligation = {
  forumId: Id,
  obligationId: Id,
  cycleId: Id.optional(),
  institutionId: Id,
  obligationKind: ObligationKind,
};
export const ObligationImposed = event(
  'ministries.obligation.imposed.v1',
  'An institution owes something by a day.',
  z.object({
    ...obligation,
    subject: ObligationSubject,
    dueOn: Day,
    ladder: Ladder,
    ladderVersion: z.int(),
    letter: Letter.optional(),
  }),
);
/** `toPostIds`: posts told, by level. One event type per kind of rung so that listeners can choose. */
export const ObligationReminded = event(
  'ministries.obligation.reminded.v1',
  'An obligation was called to mind.',
  z.object({
    ...obligation,
    rung: Rung.nullable(),
    reminderId: Id.optional(),
    dueOn: Day,
    toPersonIds: z.array(Id),
  }),
);
export const ObligationFellDue = event(
  'ministries.obligation.fell-due.v1',
  'An obligation is due today.',
  z.object({ ...obligation, dueOn: Day, toPersonIds: z.array(Id) }),
);
export const ObligationOverdue = event(
  'ministries.obligation.overdue.v1',
  'An obligation is overdue.',
  z.object({ ...obligation, dueOn: Day, toPersonIds: z.array(Id) }),
);
export const ObligationEscalated = event(
  'ministries.obligation.escalated.v1',
  'An obligation went to the next level.',
  z.object({ ...obligation, level: PostLevel, dueOn: Day, toPersonIds: z.array(Id) }),
);
export const SilenceStated = event(
  'ministries.obligation.silence-stated.v1',
  'Public: an institution stayed silent through the whole ladder.',
  z.object({ ...obligation, dueOn: Day }),
);
export const ObligationDelegated = event(
  'ministries.obligation.delegated.v1',
  'Another institution acts; the first stays answerable.',
  z.object({ ...obligation, toInstitutionId: Id, reason: TextRef, letter: Letter.optional() }),
);
export const ObligationPassed = event(
  'ministries.obligation.passed.v1',
  'An obligation passed to a successor.',
  z.object({ ...obligation, toInstitutionId: Id, decisionId: Id.optional() }),
);
export const ExtensionAsked = event(
  'ministries.obligation.extension-asked.v1',
  'More time was asked for.',
  z.object({ ...obligation, extensionId: Id, until: Day, reason: TextRef, letter: Letter.optional() }),
);
export const ExtensionRefused = event(
  'ministries.obligation.extension-refused.v1',
  'More time was refused.',
  z.object({ ...obligation, extensionId: Id, reason: TextRef }),
);
/**
 * More time was granted, or, without a reason, the cycle was suspended and goes on (rungs climbed before stay climbed).
 * The ladder is computed in the service by the calendar for the new due date.
 */
export const ObligationExtended = event(
  'ministries.obligation.extended.v1',
  'The due date moved.',
  z.object({
    ...obligation,
    extensionId: Id,
    dueOn: Day,
    ladder: Ladder,
    ladderVersion: z.int(),
    reason: TextRef.optional(),
  }),
);
export const ObligationDischarged = event(
  'ministries.obligation.discharged.v1',
  'An obligation was discharged.',
  z.object({
    ...obligation,
    byInstitutionId: Id,
    verdict: Verdict,
    late: z.boolean(),
    note: TextRef.optional(),
    evidence: z.array(Evidence),
    letter: Letter.optional(),
    on: Day,
  }),
);
export const ObligationReturned = event(
  'ministries.obligation.returned.v1',
  'A discharge was not enough: the obligation is open again.',
  z.object({ ...obligation, dueOn: Day, ladder: Ladder, ladderVersion: z.int(), reason: TextRef }),
);
export const ObligationWithdrawn = event(
  'ministries.obligation.withdrawn.v1',
  'An obligation is no longer owed.',
  z.object({ ...obligation, reasonCode: z.string() }),
);
/** The gate of submission. */
export const SignOffsSealed = event(
  'ministries.sign-offs.sealed.v1',
  'Every lead institution has signed off.',
  z.object({ forumId: Id, cycleId: Id, institutionIds: z.array(Id) }),
);

export const {
  TextPublished: MinistryTextPublished,
  TextNarrowed: MinistryTextNarrowed,
  TextTranslated: MinistryTextTranslated,
  TranslationChecked: MinistryTranslationChecked,
  TextCorrected: MinistryTextCorrected,
  TextWithdrawn: MinistryTextWithdrawn,
} = textContracts('ministries');
