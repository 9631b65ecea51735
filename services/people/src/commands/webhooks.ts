import {
  type Actor,
  ResumeWebhook,
  RotateWebhookSecret,
  SubscribeWebhook,
  UnsubscribeWebhook,
  WebhookResumed,
  WebhookSecretRotated,
  WebhookSubscribed,
  WebhookUnsubscribed,
} from '@madang/contracts';
import { accepted, alreadySo, answers, type Decision, happened, refused, unknown } from '@madang/decider';
import { account } from '../domain/account.ts';
import { type Webhook, webhook } from '../domain/webhook.ts';

export type WebhookRows = {
  /** Whether an address may be called, by its form: https, no password in it, not of a private network. */
  readonly mayCall: (url: string) => boolean;
  /** How many addresses are called for an institution, or for a person alone. */
  readonly webhooksFor: (owner: {
    readonly institutionId?: string | undefined;
    readonly personId: string;
  }) => Promise<number>;
};

const MOST = 10;
const HOUR = 3_600_000;
const on = (body: { readonly webhookId: string }) => webhook.ref(body.webhookId);

const UNFIT = refused(
  'address-not-callable',
  'Give an https address that anybody on the internet could call, without a password in it.',
);

const mayManage = (
  actor: Actor,
  { personId, institutionId }: Pick<Webhook, 'personId' | 'institutionId'>,
): Decision | undefined => {
  if (actor.roles.some((role) => role === 'secretariat' || role === 'operator')) return undefined;
  const isTheirs = institutionId
    ? actor.roles.includes('ministry') && actor.institutionId === institutionId
    : actor.id === personId;
  return isTheirs
    ? undefined
    : refused('not-your-webhook', 'Addresses are managed by whom they are called for.');
};

export const subscribeWebhook = answers(SubscribeWebhook, {
  on,
  reads: (body) => [account.ref(body.personId)],
  admits: (rows: WebhookRows, body) => (rows.mayCall(body.url.text) ? undefined : UNFIT),
  looks: (rows: WebhookRows, { body }) => rows.webhooksFor(body),
  // What is called for a person alone is erased with the person.
  sealsUnder: (body) => (body.institutionId ? undefined : body.personId),
  decide: ({ body, actor }, { self, of, look: there }) => {
    if (self) return alreadySo();
    if (actor.id !== body.personId) return refused('not-your-webhook', 'Subscribe in your own name.');
    const notTheirs = mayManage(actor, body);
    if (notTheirs) return notTheirs;
    if (of(account.ref(body.personId))?.erased)
      return refused('person-erased', 'Nothing is sent for an erased person.');
    if (there >= MOST)
      return refused('too-many-webhooks', 'Unsubscribe one that is not needed any more.', { most: MOST });
    return accepted(happened(on(body), WebhookSubscribed, body));
  },
});

export const rotateWebhookSecret = answers(RotateWebhookSecret, {
  on,
  decide: ({ body: { forumId, webhookId, secret, overlapHours }, actor, now }, { self }) => {
    if (!self || self.state === 'ended') return unknown('webhook', webhookId);
    const formerUntil = new Date(Date.parse(now) + overlapHours * HOUR).toISOString();
    return (
      mayManage(actor, self) ??
      accepted(
        happened(webhook.ref(webhookId), WebhookSecretRotated, { forumId, webhookId, secret, formerUntil }),
      )
    );
  },
});

export const resumeWebhook = answers(ResumeWebhook, {
  on,
  decide: ({ body, actor }, { self }) => {
    if (!self || self.state === 'ended') return unknown('webhook', body.webhookId);
    if (self.state === 'active') return alreadySo();
    return mayManage(actor, self) ?? accepted(happened(on(body), WebhookResumed, body));
  },
});

export const unsubscribeWebhook = answers(UnsubscribeWebhook, {
  on,
  decide: ({ body, actor }, { self }) => {
    if (!self) return unknown('webhook', body.webhookId);
    if (self.state === 'ended') return alreadySo();
    return (
      mayManage(actor, self) ??
      accepted(happened(on(body), WebhookUnsubscribed, { ...body, because: 'asked' as const }))
    );
  },
});
