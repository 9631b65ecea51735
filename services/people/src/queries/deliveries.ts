import { DeliveriesOf } from '@madang/contracts';
import { responds } from '@madang/decider';
import type { NoticeStep } from '../projections/notices.ts';
import type { CallState, SeenCall } from './webhooks.ts';

type Delivery = {
  readonly id: string;
  readonly personId: string;
  readonly about: string;
  readonly raisedAt: string;
  readonly mail: string;
  readonly attempts: number;
  readonly opened: boolean;
  readonly read: boolean;
};
export type DeliveryRows = {
  readonly deliveriesOf: (
    obligationId: string,
    forumIds: readonly string[] | undefined,
  ) => Promise<readonly Delivery[]>;
  readonly stepsOf: (noticeIds: readonly string[]) => Promise<ReadonlyMap<string, readonly NoticeStep[]>>;
  readonly callsAbout: (
    obligationId: string,
    forumIds: readonly string[] | undefined,
  ) => Promise<readonly SeenCall[]>;
};

const callsOf = async (rows: DeliveryRows, obligationId: string, forumIds: readonly string[] | undefined) =>
  (await rows.callsAbout(obligationId, forumIds)).map(
    ({ id, webhookId, about, raisedAt, state, attempts, answered }) => ({
      ...{ callId: id, webhookId, about, raisedAt, attempts, answered, state: state as CallState },
    }),
  );

/** Proof of delivery per obligation: sent, accepted, bounced, link opened; and every call of a web address about it. */
export const deliveriesOf = responds(
  DeliveriesOf,
  async (rows: DeliveryRows, { obligationId }, { actor: { forumIds } }) => {
    const found = await rows.deliveriesOf(obligationId, forumIds);
    const steps = await rows.stepsOf(found.map(({ id }) => id));
    const deliveries = found.map(({ id, personId, about, raisedAt, mail, attempts, opened, read }) => ({
      ...{ noticeId: id, personId, about, raisedAt, attempts, opened, read },
      mail: mail as 'none' | 'waiting' | 'accepted' | 'refused' | 'bounced' | 'not-needed',
      steps: (steps.get(id) ?? []).map(({ what, at, attempt }) => ({ what, at, attempt })),
    }));
    return { deliveries, calls: await callsOf(rows, obligationId, forumIds) };
  },
);
