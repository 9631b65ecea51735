import { z } from 'zod';
import { command, event, query } from '../kernel/define.ts';
import { freeText, Id, Instant, Lang, TextRef } from '../kernel/primitives.ts';

/** What came from somebody: a proposal to a call, a contribution to a consultation. */
export const SubmissionKind = z.enum(['proposal', 'contribution']);
/** A signed link as it stands in a mail. */
const Token = z.string().min(1).max(2_000);
const everybody = ['citizen', 'member', 'co-chair', 'secretariat', 'ministry', 'operator'] as const;

export const LeaveAddress = command(
  'people.leave-address.v1',
  everybody,
  'Leave a mail address under a pseudonym or for an account, or another one in its place. Nothing is sent to it but a link, until that link was followed.',
  z.strictObject({
    forumId: Id,
    personId: Id,
    /** The notice that carries the link. */
    noticeId: Id,
    mail: freeText(320, 'institution'),
    lang: Lang.default('ko'),
  }),
);
export const VerifyAddress = command(
  'people.verify-address.v1',
  everybody,
  'Follow the link that was sent to an address: from now on its owner is told by mail, first of what came from them so far.',
  z.strictObject({ forumId: Id, personId: Id, token: Token }),
);

export const AddressLeft = event(
  'people.account.address-left.v1',
  'An address was left and is not verified yet.',
  z.object({ forumId: Id, personId: Id, lang: Lang, noticeId: Id, mail: TextRef }),
);
export const AddressVerified = event(
  'people.account.address-verified.v1',
  'Whoever left an address has followed the link sent to it.',
  z.object({ forumId: Id, personId: Id, mailTextId: Id }),
);

export const LinkOf = query(
  'people.link-of.v1',
  'anyone',
  'What a signed link of a mail is for; unknown when it was not made here.',
  z.strictObject({ token: Token }),
  z.object({
    purpose: z.enum(['verify', 'receipt', 'notice', 'calendar']),
    forumId: Id,
    personId: Id,
    /** The sealed address, the submission, the notice or the institution. */
    subjectId: Id,
    until: Instant.nullable(),
    /** The proposal or contribution it leads to. */
    submission: z.object({ submissionId: Id, kind: SubmissionKind }).nullable(),
    /** The obligation it leads to. */
    obligationId: Id.nullable().default(null),
    /** The ballot it leads to. */
    ballotId: Id.nullable().default(null),
  }),
);
export const ReceiptLinkOf = query(
  'people.receipt-link-of.v1',
  ['citizen', 'member', 'co-chair', 'secretariat', 'ministry'],
  'The private link to what became of a submission, for whoever it came from and the secretariat.',
  z.strictObject({ submissionId: Id }),
  z.object({ token: z.string() }),
);
export const SubmissionsOf = query(
  'people.submissions-of.v1',
  ['citizen', 'member', 'co-chair', 'secretariat', 'ministry', 'operator'],
  'What somebody handed in, by id; for themselves and the secretariat.',
  z.strictObject({
    personId: Id,
    after: Id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  z.object({ submissions: z.array(z.object({ submissionId: Id, kind: SubmissionKind })) }),
);
export const CalendarLinkOf = query(
  'people.calendar-link-of.v1',
  ['ministry'],
  'The private link to the calendar of what one’s institution owes.',
  z.strictObject({ forumId: Id, institutionId: Id }),
  z.object({ token: z.string() }),
);
export const ReceiptOf = query(
  'people.receipt-of.v1',
  'anyone',
  'Which submission a private link is the receipt of.',
  z.strictObject({ token: Token }),
  z.object({ forumId: Id, submissionId: Id, kind: SubmissionKind }),
);

export const Digest = z.enum(['at-once', 'daily', 'weekly', 'none']);
export const ChooseDigest = command(
  'people.choose-digest.v1',
  everybody,
  'Choose how often mail comes: at once, gathered by day or week, or not at all. A link of a mail is proof enough of who chooses.',
  z.strictObject({ forumId: Id, personId: Id, digest: Digest, token: Token.optional() }),
);
export const OpenLink = command(
  'people.open-link.v1',
  everybody,
  'Record that the link of a notice was opened.',
  z.strictObject({ forumId: Id, noticeId: Id, token: Token }),
);
export const RecordBounce = command(
  'people.record-bounce.v1',
  ['secretariat', 'operator', 'process'],
  'Record that a mail which a server had taken came back.',
  z.strictObject({ forumId: Id, noticeId: Id }),
);
export const DigestChosen = event(
  'people.account.digest-chosen.v1',
  'Somebody chose how often mail comes.',
  z.object({ forumId: Id, personId: Id, digest: Digest }),
);
export const LinkOpened = event(
  'people.notice.link-opened.v1',
  'The link of a notice was opened.',
  z.object({ forumId: Id, noticeId: Id, personId: Id }),
);
export const DeliveriesOf = query(
  'people.deliveries-of.v1',
  ['secretariat', 'ministry', 'operator'],
  'What became of every notice of an obligation, and of every call of a web address: by pseudonym, without names or addresses.',
  z.strictObject({ obligationId: Id }),
  z.object({
    deliveries: z.array(
      z.object({
        noticeId: Id,
        personId: Id,
        about: z.string(),
        raisedAt: Instant,
        mail: z.enum(['none', 'waiting', 'accepted', 'refused', 'bounced', 'not-needed']),
        attempts: z.int(),
        opened: z.boolean(),
        read: z.boolean(),
        /** Everything that became of it, the first first, each with its time. */
        steps: z
          .array(
            z.object({
              what: z.enum(['raised', 'accepted', 'refused', 'bounced', 'not-needed', 'opened', 'read']),
              at: Instant,
              attempt: z.int().nullable(),
            }),
          )
          .default([]),
      }),
    ),
    /** Calls of web addresses about it. */
    calls: z
      .array(
        z.object({
          callId: Id,
          webhookId: Id,
          about: z.string(),
          raisedAt: Instant,
          state: z.enum(['waiting', 'accepted', 'given-up', 'gone', 'not-needed']),
          attempts: z.int(),
          answered: z.int().nullable(),
        }),
      )
      .default([]),
  }),
);
