import {
  PersonErased,
  WebhookCallMade,
  WebhookCallRaised,
  WebhookParked,
  WebhookResumed,
  WebhookSecretRotated,
  WebhookSubscribed,
  WebhookUnsubscribed,
} from '@madang/contracts';
import { projection } from '@madang/decider';

export type WebhookRow = {
  readonly id: string;
  readonly forumId: string;
  readonly personId: string;
  readonly institutionId: string | null;
  readonly urlTextId: string;
  readonly secretTextId: string;
  /** Notices of the person from here on are told. */
  readonly since: bigint;
  readonly state: string;
};
export type WebhookCallRow = {
  readonly id: string;
  readonly webhookId: string;
  readonly forumId: string;
  readonly about: string;
  readonly noticeId: string | null;
  readonly obligationId: string | null;
  readonly institutionId: string | null;
  readonly obligationKind: string | null;
  readonly submissionId: string | null;
  readonly commitmentId: string | null;
  readonly dueOn: string | null;
  readonly raisedAt: string;
  readonly sequence: bigint;
};
export type CallOutcome = {
  readonly state: string;
  readonly attempts: number;
  readonly answered: number | null;
  /** By the wall's clock: tries are paced by it, also in a forum whose clock is stepped. */
  readonly triedAt: string;
};
export type WebhookWriter = {
  readonly addWebhooks: (rows: readonly WebhookRow[]) => Promise<void>;
  readonly rotateSecret: (id: string, secretTextId: string, formerUntil: string) => Promise<void>;
  readonly setWebhookState: (id: string, state: 'active' | 'parked') => Promise<void>;
  readonly dropWebhook: (id: string) => Promise<void>;
  readonly dropWebhooksOf: (personId: string) => Promise<void>;
  readonly addCalls: (rows: readonly WebhookCallRow[]) => Promise<void>;
  readonly markCall: (id: string, outcome: CallOutcome) => Promise<void>;
};

/** Addresses that are called, and what became of each call. */
export const webhookProjections = [
  projection(WebhookSubscribed, (rows: WebhookWriter, facts) =>
    rows.addWebhooks(
      facts.map(({ data: { webhookId, forumId, personId, institutionId, url, secret }, sequence }) => ({
        ...{ id: webhookId, forumId, personId, institutionId: institutionId ?? null, state: 'active' },
        ...{ urlTextId: url.textId, secretTextId: secret.textId, since: BigInt(sequence) },
      })),
    ),
  ),
  projection(WebhookSecretRotated, async (rows: WebhookWriter, facts) => {
    for (const { data } of facts)
      await rows.rotateSecret(data.webhookId, data.secret.textId, data.formerUntil);
  }),
  projection(WebhookParked, async (rows: WebhookWriter, facts) => {
    for (const { data } of facts) await rows.setWebhookState(data.webhookId, 'parked');
  }),
  projection(WebhookResumed, async (rows: WebhookWriter, facts) => {
    for (const { data } of facts) await rows.setWebhookState(data.webhookId, 'active');
  }),
  projection(WebhookUnsubscribed, async (rows: WebhookWriter, facts) => {
    for (const { data } of facts) await rows.dropWebhook(data.webhookId);
  }),
  projection(PersonErased, async (rows: WebhookWriter, facts) => {
    for (const { data } of facts) await rows.dropWebhooksOf(data.personId);
  }),
  projection(WebhookCallRaised, (rows: WebhookWriter, facts) =>
    rows.addCalls(
      facts.map(({ data: { callId, webhookId, forumId, about, ...told }, time, sequence }) => ({
        ...{ id: callId, webhookId, forumId, about, raisedAt: time, sequence: BigInt(sequence) },
        noticeId: told.noticeId ?? null,
        ...{ obligationId: told.obligationId ?? null, institutionId: told.institutionId ?? null },
        ...{ obligationKind: told.obligationKind ?? null, submissionId: told.submissionId ?? null },
        ...{ commitmentId: told.commitmentId ?? null, dueOn: told.dueOn ?? null },
      })),
    ),
  ),
  projection(WebhookCallMade, async (rows: WebhookWriter, facts) => {
    for (const { data, recordedat: triedAt } of facts) {
      const { callId, outcome, attempt: attempts, answered = null } = data;
      await rows.markCall(callId, {
        ...{ state: outcome === 'failed' ? 'waiting' : outcome, attempts, answered, triedAt },
      });
    }
  }),
];
