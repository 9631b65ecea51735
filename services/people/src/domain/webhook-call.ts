import { type DataOf, WebhookCallMade, WebhookCallRaised } from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

/** One turn told to one address, however often it is tried. */
export type WebhookCall = {
  readonly webhookId: string;
  readonly attempts: number;
  /** The address took it, or is gone, or there was nothing to tell any more. What was given up may go on. */
  readonly settled: boolean;
};

const evolve = (state: WebhookCall | undefined, event: DomainEvent): WebhookCall => {
  if (event.type === WebhookCallRaised.type) {
    const { webhookId } = event.data as DataOf<typeof WebhookCallRaised>;
    return { webhookId, attempts: 0, settled: false };
  }
  if (!state) throw new Error(`${event.type} before the call was raised`);
  if (event.type === WebhookCallMade.type) {
    const { outcome, attempt } = event.data as DataOf<typeof WebhookCallMade>;
    return { ...state, attempts: attempt, settled: !['failed', 'given-up'].includes(outcome) };
  }
  return state;
};

export const webhookCall = aggregate<WebhookCall>('webhook-call', evolve);
