import {
  type DataOf,
  WebhookParked,
  WebhookResumed,
  WebhookSecretRotated,
  WebhookSubscribed,
  WebhookUnsubscribed,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

/** An address that is called: for an institution, or for the person alone. */
export type Webhook = {
  readonly forumId: string;
  readonly personId: string;
  readonly institutionId?: string | undefined;
  readonly state: 'active' | 'parked' | 'ended';
  /** The sealed secret that signs now. */
  readonly secret: string;
};

const evolve = (state: Webhook | undefined, event: DomainEvent): Webhook => {
  if (event.type === WebhookSubscribed.type) {
    const { forumId, personId, institutionId, secret } = event.data as DataOf<typeof WebhookSubscribed>;
    return { forumId, personId, institutionId, state: 'active', secret: secret.textId };
  }
  if (!state) throw new Error(`${event.type} before the address was subscribed`);
  if (event.type === WebhookSecretRotated.type)
    return { ...state, secret: (event.data as DataOf<typeof WebhookSecretRotated>).secret.textId };
  if (event.type === WebhookParked.type) return { ...state, state: 'parked' };
  if (event.type === WebhookResumed.type) return { ...state, state: 'active' };
  if (event.type === WebhookUnsubscribed.type) return { ...state, state: 'ended' };
  return state;
};

export const webhook = aggregate<Webhook>('webhook', evolve);
