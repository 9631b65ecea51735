import { DeliveriesOf } from '@madang/contracts';
import { responds } from '@madang/decider';

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
export type DeliveryRows = { readonly deliveriesOf: (obligationId: string) => Promise<readonly Delivery[]> };

/** Proof of delivery per obligation: sent, accepted, bounced, link opened. */
export const deliveriesOf = responds(DeliveriesOf, async (rows: DeliveryRows, { obligationId }) => ({
  deliveries: (await rows.deliveriesOf(obligationId)).map(
    ({ id, personId, about, raisedAt, mail, attempts, opened, read }) => ({
      ...{ noticeId: id, personId, about, raisedAt, attempts, opened, read },
      mail: mail as 'none' | 'waiting' | 'accepted' | 'refused' | 'bounced' | 'not-needed',
    }),
  ),
}));
