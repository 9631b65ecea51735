import { z } from 'zod';
import { command, event, query } from '../kernel/define.ts';
import { Day, freeText, Id, Instant, Lang, TextRef, word } from '../kernel/primitives.ts';
import { Role } from '../kernel/roles.ts';

/** The vault: sealed under the person's key, never in an event in clear. */
const Private = (max: number) => freeText(max, 'institution');

export const OpenAccount = command(
  'people.open-account.v1',
  ['secretariat', 'operator', 'citizen', 'process'],
  'Open an account for a pseudonymous id; name and address go into the vault.',
  z.strictObject({
    forumId: Id,
    personId: Id,
    name: Private(200).optional(),
    mail: Private(320).optional(),
    lang: Lang.default('ko'),
  }),
);
export const ChangeContact = command(
  'people.change-contact.v1',
  ['secretariat', 'operator', 'citizen', 'member', 'co-chair', 'ministry'],
  'Change name or mail in the vault.',
  z.strictObject({ forumId: Id, personId: Id, name: Private(200).optional(), mail: Private(320).optional() }),
);
export const GrantRole = command(
  'people.grant-role.v1',
  ['secretariat', 'operator'],
  'Grant a role in a forum, for an institution where it has one.',
  z.strictObject({
    forumId: Id,
    personId: Id,
    role: Role.exclude(['process']),
    institutionId: Id.optional(),
    from: Day,
    until: Day.optional(),
  }),
);
export const RevokeRole = command(
  'people.revoke-role.v1',
  ['secretariat', 'operator'],
  'Take a role away.',
  z.strictObject({ forumId: Id, personId: Id, role: Role, institutionId: Id.optional(), on: Day }),
);
export const RaiseNotice = command(
  'people.raise-notice.v1',
  ['process'],
  'Tell a person of a turn of an obligation or of a requirement of the forum: in the list, and by mail when there is an address.',
  z.strictObject({
    forumId: Id,
    noticeId: Id,
    personId: Id,
    about: z.enum([
      'reminded',
      'fell-due',
      'overdue',
      'escalated',
      'extended',
      'extension-refused',
      'returned',
      'imposed',
      'delegated',
      'passed',
      'ballot-opened',
      'requirement-approaching',
      'requirement-missed',
      'received',
      'set-aside',
      'restored',
      'answered',
      'response-waived',
      'appeal-upheld',
      'declined',
      'became-part',
      'merged',
      'proposal-set-aside',
      'proposal-restored',
      'proposal-appeal-upheld',
      'plan-changed',
      'mandates-approaching',
      'mandates-missed',
      'balance-approaching',
      'balance-missed',
      'webhook-parked',
      'webhook-gone',
    ]),
    obligationId: Id.optional(),
    ballotId: Id.optional(),
    /** The proposal or contribution it is about, and the commitment it touched. */
    submissionId: Id.optional(),
    commitmentId: Id.optional(),
    reasonCode: word(60).optional(),
    requirement: word(10).optional(),
    dueOn: Day.optional(),
  }),
);
export const ReadNotice = command(
  'people.read-notice.v1',
  ['citizen', 'member', 'co-chair', 'secretariat', 'ministry', 'operator'],
  'Mark a notice as read.',
  z.strictObject({ forumId: Id, noticeId: Id, personId: Id }),
);
export const RecordDelivery = command(
  'people.record-delivery.v1',
  ['process'],
  'Record what became of a mail.',
  z.strictObject({
    forumId: Id,
    noticeId: Id,
    /** Refused for now; bounced for good; not needed any more when it was its turn. */
    outcome: z.enum(['accepted', 'refused', 'bounced', 'not-needed']),
    attempt: z.int().min(1),
  }),
);
export const ErasePerson = command(
  'people.erase-person.v1',
  ['secretariat', 'operator', 'citizen'],
  'Erase a person: the key of the vault is destroyed, and other services follow.',
  z.strictObject({ forumId: Id, personId: Id }),
);

export const AccountOpened = event(
  'people.account.opened.v1',
  'An account exists.',
  z.object({
    forumId: Id,
    personId: Id,
    lang: Lang,
    hasMail: z.boolean(),
    name: TextRef.optional(),
    mail: TextRef.optional(),
  }),
);
export const ContactChanged = event(
  'people.account.contact-changed.v1',
  'Contact data changed.',
  z.object({
    forumId: Id,
    personId: Id,
    hasMail: z.boolean(),
    name: TextRef.optional(),
    mail: TextRef.optional(),
  }),
);
export const RoleGranted = event(
  'people.account.role-granted.v1',
  'A person may act in a role.',
  z.object({
    forumId: Id,
    personId: Id,
    role: Role,
    institutionId: Id.optional(),
    from: Day,
    until: Day.optional(),
  }),
);
export const RoleRevoked = event(
  'people.account.role-revoked.v1',
  'A role was taken away.',
  z.object({ forumId: Id, personId: Id, role: Role, institutionId: Id.optional(), on: Day }),
);
export const NoticeRaised = event(
  'people.notice.raised.v1',
  'A person was told.',
  z.object({
    forumId: Id,
    noticeId: Id,
    personId: Id,
    about: z.string(),
    obligationId: Id.optional(),
    ballotId: Id.optional(),
    submissionId: Id.optional(),
    commitmentId: Id.optional(),
    reasonCode: z.string().optional(),
    requirement: z.string().optional(),
    dueOn: Day.optional(),
    byMail: z.boolean(),
  }),
);
export const NoticeRead = event(
  'people.notice.read.v1',
  'A notice was read.',
  z.object({ forumId: Id, noticeId: Id, personId: Id }),
);
export const NoticeDelivered = event(
  'people.notice.delivered.v1',
  'A mail server took the notice, or refused it.',
  z.object({
    forumId: Id,
    noticeId: Id,
    outcome: z.enum(['accepted', 'refused', 'bounced', 'not-needed']),
    attempt: z.int(),
  }),
);
export const PersonErased = event(
  'people.account.erased.v1',
  'A person was erased; keys are destroyed.',
  z.object({ forumId: Id, personId: Id, keyIds: z.array(Id) }),
);

export const AccountOf = query(
  'people.account-of.v1',
  ['secretariat', 'operator', 'citizen', 'member', 'co-chair', 'ministry'],
  'An account with its roles; name and mail only for the person and the secretariat.',
  z.strictObject({ personId: Id }),
  z.object({
    personId: Id,
    lang: Lang,
    erased: z.boolean(),
    name: z.string().nullable(),
    mail: z.string().nullable(),
    /** How often mail comes, and whether an address was left that nobody has confirmed so far: for the person alone. */
    digest: z.enum(['at-once', 'daily', 'weekly', 'none']).nullable().default(null),
    isConfirming: z.boolean().default(false),
    roles: z.array(
      z.object({ forumId: Id, role: Role, institutionId: Id.nullable(), from: Day, until: Day.nullable() }),
    ),
  }),
);
export const NoticesOf = query(
  'people.notices-of.v1',
  ['citizen', 'member', 'co-chair', 'secretariat', 'ministry', 'operator'],
  'The notices of a person, newest first.',
  z.strictObject({
    personId: Id,
    unreadOnly: z.stringbool().or(z.boolean()).default(false),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  z.object({
    notices: z.array(
      z.object({
        noticeId: Id,
        about: z.string(),
        obligationId: Id.nullable(),
        ballotId: Id.nullable().default(null),
        submissionId: Id.nullable(),
        commitmentId: Id.nullable(),
        reasonCode: z.string().nullable(),
        requirement: z.string().nullable(),
        dueOn: Day.nullable(),
        raisedAt: Instant,
        read: z.boolean(),
        mail: z.enum(['none', 'waiting', 'accepted', 'refused', 'bounced', 'not-needed']),
        /** Whether there is still something to do: false for an obligation that was discharged or withdrawn meanwhile. */
        isNeeded: z.boolean().default(true),
      }),
    ),
  }),
);
