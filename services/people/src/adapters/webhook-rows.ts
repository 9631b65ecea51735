import type { Db } from '@madang/record';
import type { WebhookRows } from '../commands/webhooks.ts';
import type { WebhookWriter } from '../projections/webhooks.ts';
import type { DeliveryRows } from '../queries/deliveries.ts';
import type { WebhookReader } from '../queries/webhooks.ts';
import type { CallRows } from '../reactions/call-of-obligation.ts';
import { isCallableUrl } from './callable-url.ts';
import type { Prisma } from './generated/prisma/client.ts';
import { inForums } from './in-forums.ts';

type Call = Prisma.WebhookCallRowGetPayload<object>;
type Webhook = Prisma.WebhookRowGetPayload<object>;

export type NextCall = { readonly call: Call; readonly webhook: Webhook };

/** What the caller of addresses needs. */
export type CallingRows = {
  /** Notices of persons that are not yet raised for their addresses, the oldest first. */
  readonly untoldNotices: (most: number) => Promise<readonly UntoldNotice[]>;
  /** For each address that is called the oldest call that waits: calls go out in their order, one at a time. */
  readonly nextCalls: () => Promise<readonly NextCall[]>;
  readonly textOf: (textId: string) => Promise<string | null>;
};
export type UntoldNotice = {
  readonly webhookId: string;
  readonly noticeId: string;
  readonly forumId: string;
  readonly about: string;
  readonly obligationId: string | null;
  readonly submissionId: string | null;
  readonly commitmentId: string | null;
  readonly dueOn: string | null;
};
export type AllWebhookRows = WebhookRows &
  WebhookWriter &
  WebhookReader &
  CallRows &
  CallingRows &
  CallsAbout;
type CallsAbout = Pick<DeliveryRows, 'callsAbout'>;

/** For development and specs alone: http, and addresses of private networks. */
const privateToo = (): boolean => process.env.MADANG_WEBHOOK_PRIVATE_ADDRESSES === 'allowed';

export const webhookRows = (
  db: Db,
  textIn: (textId: string | null | undefined) => Promise<string | null>,
): AllWebhookRows => {
  const tables = db as unknown as Prisma.TransactionClient;
  const drop = async (where: Prisma.WebhookRowWhereInput): Promise<void> => {
    const ids = (await tables.webhookRow.findMany({ where })).map(({ id }) => id);
    await tables.webhookCallRow.updateMany({
      where: { webhookId: { in: ids }, state: 'waiting' },
      data: { state: 'not-needed' },
    });
    await tables.webhookRow.deleteMany({ where: { id: { in: ids } } });
  };
  return {
    mayCall: (url) => isCallableUrl(url, privateToo()),
    textOf: textIn,
    webhooksFor: ({ institutionId, personId }) =>
      tables.webhookRow.count({
        where: institutionId ? { institutionId } : { personId, institutionId: null },
      }),
    addWebhooks: async (data) => void (await tables.webhookRow.createMany({ data: [...data] })),
    rotateSecret: async (id, secretTextId, formerUntil) => {
      const known = await tables.webhookRow.findUnique({ where: { id } });
      if (!known) return;
      const data = { secretTextId, formerSecretTextId: known.secretTextId, formerUntil };
      await tables.webhookRow.update({ where: { id }, data });
    },
    setWebhookState: async (id, state) => {
      await tables.webhookRow.updateMany({ where: { id }, data: { state } });
      // What was given up is what a resumed address is called with first.
      if (state === 'active')
        await tables.webhookCallRow.updateMany({
          where: { webhookId: id, state: 'given-up' },
          data: { state: 'waiting', triedAt: null },
        });
    },
    dropWebhook: (id) => drop({ id }),
    dropWebhooksOf: (personId) => drop({ personId, institutionId: null }),
    addCalls: async (data) =>
      void (await tables.webhookCallRow.createMany({
        data: data.map((row) => ({ ...row, state: 'waiting', attempts: 0 })),
      })),
    markCall: async (id, outcome) =>
      void (await tables.webhookCallRow.updateMany({ where: { id }, data: outcome })),
    webhookIdsOf: async (institutionIds) =>
      (
        await tables.webhookRow.findMany({
          where: { institutionId: { in: [...new Set(institutionIds)] } },
          orderBy: { id: 'asc' },
        })
      ).map(({ id }) => id),
    webhooksOf: async (owner) => {
      const found = await tables.webhookRow.findMany({
        where: 'institutionId' in owner ? owner : { ...owner, institutionId: null },
        orderBy: { since: 'asc' },
      });
      return Promise.all(
        found.map(async ({ id, urlTextId, ...rest }) => ({
          ...{ id, ...rest, url: await textIn(urlTextId) },
          waiting: await tables.webhookCallRow.count({ where: { webhookId: id, state: 'waiting' } }),
        })),
      );
    },
    webhookOwner: async (id) => (await tables.webhookRow.findUnique({ where: { id } })) ?? undefined,
    callsOf: (webhookId, take) =>
      tables.webhookCallRow.findMany({ where: { webhookId }, orderBy: { sequence: 'desc' }, take }),
    callsAbout: (obligationId, forumIds) =>
      tables.webhookCallRow.findMany({
        where: { obligationId, ...inForums(forumIds) },
        orderBy: { sequence: 'asc' },
      }),
    untoldNotices: (most) =>
      db.$queryRawUnsafe(
        `SELECT w.id AS "webhookId", n.id AS "noticeId", n.forum_id AS "forumId", n.about,
           n.obligation_id AS "obligationId", n.submission_id AS "submissionId",
           n.commitment_id AS "commitmentId", n.due_on AS "dueOn"
         FROM webhook_row w JOIN notice_row n ON n.person_id = w.person_id AND n.sequence > w.since
         WHERE w.institution_id IS NULL AND n.about NOT IN ('verify-address', 'webhook-parked', 'webhook-gone')
           AND NOT EXISTS (SELECT FROM webhook_call_row c WHERE c.webhook_id = w.id AND c.notice_id = n.id)
         ORDER BY n.sequence LIMIT $1`,
        most,
      ),
    nextCalls: async () => {
      const found = await db.$queryRawUnsafe<{ readonly id: string }[]>(
        `SELECT DISTINCT ON (c.webhook_id) c.id FROM webhook_call_row c
         JOIN webhook_row w ON w.id = c.webhook_id AND w.state = 'active'
         WHERE c.state = 'waiting' ORDER BY c.webhook_id, c.sequence`,
      );
      if (found.length === 0) return [];
      const calls = await tables.webhookCallRow.findMany({
        where: { id: { in: found.map(({ id }) => id) } },
      });
      const webhooks = await tables.webhookRow.findMany({
        where: { id: { in: calls.map(({ webhookId }) => webhookId) } },
      });
      const of = new Map(webhooks.map((one) => [one.id, one]));
      return calls.flatMap((call) => {
        const webhook = of.get(call.webhookId);
        return webhook ? [{ call, webhook }] : [];
      });
    },
  };
};
