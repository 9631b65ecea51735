import { z } from 'zod';
import { command, event, query } from '../kernel/define.ts';
import { Day, freeText, Id, Instant, TextRef, word } from '../kernel/primitives.ts';

const subscribers = ['member', 'co-chair', 'secretariat', 'ministry', 'operator'] as const;

/** An address in the vault. Whether it may be called at all the service decides. */
const Url = freeText(2_000, 'institution');
/** As the Standard Webhooks convention writes a secret: `whsec_` and 24 to 64 random bytes in base64. Whoever asks has made it. */
const Secret = freeText(100, 'institution').refine(
  ({ text }) => /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/.test(text),
  {
    path: ['text'],
    error: 'must be whsec_ and 24 to 64 bytes in base64',
  },
);

export const SubscribeWebhook = command(
  'people.subscribe-webhook.v1',
  subscribers,
  'Have a web address called, signed by the Standard Webhooks convention, at each turn of an institution’s obligations, or at each of one’s own notices.',
  z.strictObject({
    forumId: Id,
    webhookId: Id,
    /** Who asks, and is told when the address cannot be reached. */
    personId: Id,
    institutionId: Id.optional(),
    url: Url,
    secret: Secret,
  }),
);
export const RotateWebhookSecret = command(
  'people.rotate-webhook-secret.v1',
  subscribers,
  'Sign with another secret; the former one signs too for a while, so that no call is lost meanwhile.',
  z.strictObject({
    forumId: Id,
    webhookId: Id,
    secret: Secret,
    overlapHours: z.int().min(0).max(168).default(24),
  }),
);
export const ResumeWebhook = command(
  'people.resume-webhook.v1',
  subscribers,
  'Call a parked address again, beginning with what waits.',
  z.strictObject({ forumId: Id, webhookId: Id }),
);
export const UnsubscribeWebhook = command(
  'people.unsubscribe-webhook.v1',
  subscribers,
  'Call an address no more.',
  z.strictObject({ forumId: Id, webhookId: Id }),
);

export const WebhookSubscribed = event(
  'people.webhook.subscribed.v1',
  'An address is called from now on.',
  z.object({
    forumId: Id,
    webhookId: Id,
    personId: Id,
    institutionId: Id.optional(),
    url: TextRef,
    secret: TextRef,
  }),
);
export const WebhookSecretRotated = event(
  'people.webhook.secret-rotated.v1',
  'Calls are signed with another secret, and until an instant with the former one too.',
  z.object({ forumId: Id, webhookId: Id, secret: TextRef, formerUntil: Instant }),
);
export const WebhookParked = event(
  'people.webhook.parked.v1',
  'An address could not be reached so often that it is called no more until somebody resumes it.',
  z.object({ forumId: Id, webhookId: Id, callId: Id }),
);
export const WebhookResumed = event(
  'people.webhook.resumed.v1',
  'A parked address is called again.',
  z.object({ forumId: Id, webhookId: Id }),
);
export const WebhookUnsubscribed = event(
  'people.webhook.unsubscribed.v1',
  'An address is called no more: somebody asked for it, or it answered 410 Gone.',
  z.object({ forumId: Id, webhookId: Id, because: z.enum(['asked', 'gone']) }),
);

/** What a call tells: a turn, ids and a day. */
const told = {
  about: word(60),
  noticeId: Id.optional(),
  obligationId: Id.optional(),
  institutionId: Id.optional(),
  obligationKind: word(60).optional(),
  submissionId: Id.optional(),
  commitmentId: Id.optional(),
  dueOn: Day.optional(),
};
const Outcome = z.enum(['accepted', 'failed', 'given-up', 'gone', 'not-needed']);

export const RaiseWebhookCall = command(
  'people.raise-webhook-call.v1',
  ['process'],
  'Let an address be called with a turn.',
  z.strictObject({ forumId: Id, callId: Id, webhookId: Id, ...told }),
);
export const RecordWebhookCall = command(
  'people.record-webhook-call.v1',
  ['process'],
  'Record what became of a call.',
  z.strictObject({
    forumId: Id,
    callId: Id,
    webhookId: Id,
    /** Who is told, and by which notice, when the address is parked or gone. */
    personId: Id,
    noticeId: Id,
    /** Failed for now; given up after the last try; gone for good; not needed any more when it was its turn. */
    outcome: Outcome,
    attempt: z.int().min(1),
    /** The HTTP status, when there was an answer. */
    answered: z.int().min(100).max(599).optional(),
  }),
);
export const WebhookCallRaised = event(
  'people.webhook-call.raised.v1',
  'An address is to be called with a turn.',
  z.object({ forumId: Id, callId: Id, webhookId: Id, ...told }),
);
export const WebhookCallMade = event(
  'people.webhook-call.made.v1',
  'What became of a call: the address took it, or not.',
  z.object({
    forumId: Id,
    callId: Id,
    webhookId: Id,
    outcome: Outcome,
    attempt: z.int(),
    answered: z.int().optional(),
  }),
);

export const WebhooksOf = query(
  'people.webhooks-of.v1',
  subscribers,
  'The addresses that are called for an institution, or for oneself; for those who act for it and the secretariat. Secrets are never told.',
  z.strictObject({ institutionId: Id.optional() }),
  z.object({
    webhooks: z.array(
      z.object({
        webhookId: Id,
        forumId: Id,
        institutionId: Id.nullable(),
        url: z.string().nullable(),
        state: z.enum(['active', 'parked']),
        formerSecretUntil: Instant.nullable(),
        waiting: z.int(),
      }),
    ),
  }),
);
export const WebhookCallsOf = query(
  'people.webhook-calls-of.v1',
  subscribers,
  'What became of the calls of an address, newest first.',
  z.strictObject({ webhookId: Id, limit: z.coerce.number().int().min(1).max(200).default(50) }),
  z.object({
    calls: z.array(
      z.object({
        callId: Id,
        about: z.string(),
        obligationId: Id.nullable(),
        raisedAt: Instant,
        state: z.enum(['waiting', 'accepted', 'given-up', 'gone', 'not-needed']),
        attempts: z.int(),
        answered: z.int().nullable(),
      }),
    ),
  }),
);
