import { type Actor, holdsIn, WebhookCallsOf, WebhooksOf } from '@madang/contracts';
import { responds } from '@madang/decider';

export type CallState = 'waiting' | 'accepted' | 'given-up' | 'gone' | 'not-needed';
type Owner = { readonly personId: string; readonly institutionId: string | null; readonly forumId: string };
export type SeenWebhook = Owner & {
  readonly id: string;
  readonly forumId: string;
  readonly url: string | null;
  readonly state: string;
  readonly formerUntil: string | null;
  readonly waiting: number;
};
export type SeenCall = {
  readonly id: string;
  readonly webhookId: string;
  readonly about: string;
  readonly obligationId: string | null;
  readonly raisedAt: string;
  readonly state: string;
  readonly attempts: number;
  readonly answered: number | null;
};
export type WebhookReader = {
  /** Those of an institution, or those of a person alone. */
  readonly webhooksOf: (
    owner: { readonly institutionId: string } | { readonly personId: string },
  ) => Promise<readonly SeenWebhook[]>;
  readonly webhookOwner: (webhookId: string) => Promise<Owner | undefined>;
  readonly callsOf: (webhookId: string, most: number) => Promise<readonly SeenCall[]>;
};

const isOfficial = ({ roles }: Actor): boolean => roles.includes('secretariat') || roles.includes('operator');
const maySee = (actor: Actor, { personId, institutionId, forumId }: Owner): boolean =>
  (holdsIn(actor, forumId) && isOfficial(actor)) ||
  (institutionId ? actor.institutionId === institutionId : actor.id === personId);

export const webhooksOf = responds(WebhooksOf, async (rows: WebhookReader, { institutionId }, { actor }) => {
  const isTheirs = institutionId === undefined || actor.institutionId === institutionId;
  if (!isTheirs && !isOfficial(actor)) return undefined;
  const found = (await rows.webhooksOf(institutionId ? { institutionId } : { personId: actor.id })).filter(
    (one) => maySee(actor, one),
  );
  return {
    webhooks: found.map(({ id, forumId, institutionId: theirs, url, state, formerUntil, waiting }) => ({
      ...{ webhookId: id, forumId, institutionId: theirs, url, waiting },
      ...{ state: state as 'active' | 'parked', formerSecretUntil: formerUntil },
    })),
  };
});

export const webhookCallsOf = responds(
  WebhookCallsOf,
  async (rows: WebhookReader, { webhookId, limit }, { actor }) => {
    const owner = await rows.webhookOwner(webhookId);
    if (!owner || !maySee(actor, owner)) return undefined;
    return {
      calls: (await rows.callsOf(webhookId, limit)).map(
        ({ id, about, obligationId, raisedAt, state, attempts, answered }) => ({
          ...{ callId: id, about, obligationId, raisedAt, attempts, answered, state: state as CallState },
        }),
      ),
    };
  },
);
