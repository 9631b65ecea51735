import type { DeliveriesOf, ResultOf } from '@madang/contracts';
import type { VNode } from 'preact';
import { Table, Tag } from './kit/parts.tsx';
import { type Told, timeIn } from './kit/told.ts';
import type { Key } from './messages/say.ts';

/** What became of every mail and every call about a duty. */
export const Deliveries = ({
  told,
  deliveries: { deliveries, calls },
}: {
  readonly told: Told;
  readonly deliveries: ResultOf<typeof DeliveriesOf>;
}): VNode | null => {
  const { say } = told;
  const rows = [
    ...deliveries.map((one) => ({
      what: say(`notice.${one.about}` as Key),
      at: one.raisedAt,
      way: say('delivery.mail'),
      // A link that was followed proves more than a server that took the mail.
      state: one.opened ? ('opened' as const) : one.mail,
    })),
    ...calls.map((one) => ({
      ...{ what: one.about, at: one.raisedAt, way: say('delivery.webhook'), state: one.state },
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return rows.length === 0 ? null : (
    <details>
      <summary>{say('delivery.title', { count: rows.length })}</summary>
      <Table
        rows={rows}
        columns={[
          { head: say('column.what'), cell: (one) => one.what },
          { head: say('column.when'), cell: (one) => timeIn(told, one.at) },
          { head: say('delivery.way'), cell: (one) => one.way },
          { head: say('column.state'), cell: (one) => <Tag>{say(`delivery.${one.state}`)}</Tag> },
        ]}
      />
    </details>
  );
};
