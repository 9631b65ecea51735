import {
  NoticeRaised,
  RaiseWebhookCall,
  RecordWebhookCall,
  WebhookCallMade,
  WebhookCallRaised,
  WebhookParked,
  WebhookUnsubscribed,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, unknown } from '@madang/decider';
import { account } from '../domain/account.ts';
import { notice } from '../domain/notice.ts';
import { webhook } from '../domain/webhook.ts';
import { webhookCall } from '../domain/webhook-call.ts';

const on = (body: { readonly callId: string }) => webhookCall.ref(body.callId);

/** What was raised for an address that ended meanwhile is nothing. */
export const raiseWebhookCall = answers(RaiseWebhookCall, {
  on,
  reads: (body) => [webhook.ref(body.webhookId)],
  decide: ({ body }, { self, of }) => {
    const known = of(webhook.ref(body.webhookId));
    if (!known) return unknown('webhook', body.webhookId);
    return self || known.state === 'ended'
      ? alreadySo()
      : accepted(happened(on(body), WebhookCallRaised, body));
  },
});

/** After the last try the address is parked; one that is gone ends. Whoever subscribed it is told of both. */
export const recordWebhookCall = answers(RecordWebhookCall, {
  on,
  also: (body) => [webhook.ref(body.webhookId), notice.ref(body.noticeId)],
  reads: (body) => [account.ref(body.personId)],
  decide: ({ body }, { self, of }) => {
    const { forumId, callId, webhookId, personId, noticeId, outcome, attempt, answered } = body;
    const known = of(webhook.ref(webhookId));
    if (!self || known === undefined) return unknown('webhook-call', callId);
    if (self.settled || self.attempts >= attempt) return alreadySo();
    const made = happened(on(body), WebhookCallMade, {
      ...{ forumId, callId, webhookId, outcome, attempt },
      ...(answered === undefined ? {} : { answered }),
    });
    const ends = outcome === 'given-up' || outcome === 'gone';
    if (!ends || known.state !== 'active') return accepted(made);
    const them = of(account.ref(personId));
    return accepted(
      made,
      outcome === 'gone'
        ? happened(webhook.ref(webhookId), WebhookUnsubscribed, { forumId, webhookId, because: 'gone' })
        : happened(webhook.ref(webhookId), WebhookParked, { forumId, webhookId, callId }),
      ...(them?.erased || of(notice.ref(noticeId))
        ? []
        : [
            happened(notice.ref(noticeId), NoticeRaised, {
              ...{ forumId, noticeId, personId },
              about: outcome === 'gone' ? 'webhook-gone' : 'webhook-parked',
              byMail: them?.hasMail === true && them.digest !== 'none',
            }),
          ]),
    );
  },
});
