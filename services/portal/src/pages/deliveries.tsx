import type { DeliveriesOf, ResultOf } from '@madang/contracts';
import type { VNode } from 'preact';
import { Table, Tag } from './kit/parts.tsx';
import { type Told, timeIn } from './kit/told.ts';
import type { Key } from './messages/say.ts';

type Found = ResultOf<typeof DeliveriesOf>;
type Delivery = Found['deliveries'][number];
type Step = Delivery['steps'][number];
/** One notice or call as the table shows it. */
type Row = {
  readonly what: string;
  readonly at: string;
  readonly way: string;
  readonly state: Delivery['mail'] | Found['calls'][number]['state'] | 'opened';
  readonly attempts: number;
  readonly steps: readonly Step[];
};

/** Every step with its time: when it was told, each try, what a server said, and who followed the link. */
const Steps = ({ steps, told }: { readonly steps: readonly Step[]; readonly told: Told }): VNode | null => {
  const { say } = told;
  return steps.length === 0 ? null : (
    <ol class="plain small">
      {steps.map((one, at) => (
        <li key={at}>
          {say(`delivery.step.${one.what}`)}
          {one.attempt === null ? '' : ` (${say('delivery.attempt', { attempt: one.attempt })})`}{' '}
          <span>{timeIn(told, one.at)}</span>
        </li>
      ))}
    </ol>
  );
};

/** What became of every mail and every call about a duty, step by step. */
export const Deliveries = ({
  told,
  deliveries: { deliveries, calls },
}: {
  readonly told: Told;
  readonly deliveries: Found;
}): VNode | null => {
  const { say } = told;
  const rows: readonly Row[] = [
    ...deliveries.map((one) => ({
      ...{ what: say(`notice.${one.about}` as Key), at: one.raisedAt, way: say('delivery.mail') },
      // A link that was followed proves more than a server that took the mail.
      state: one.opened ? ('opened' as const) : one.mail,
      ...{ attempts: one.attempts, steps: one.steps },
    })),
    ...calls.map((one) => ({
      ...{ what: one.about, at: one.raisedAt, way: say('delivery.webhook'), state: one.state },
      ...{ attempts: one.attempts, steps: [] },
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return rows.length === 0 ? null : (
    <details>
      <summary>{say('delivery.title', { count: rows.length })}</summary>
      <Table
        rows={rows}
        columns={[
          { head: say('column.what'), cell: (one) => one.what },
          { head: say('delivery.way'), cell: (one) => one.way },
          {
            head: say('column.state'),
            cell: (one) => (
              <>
                <Tag>{say(`delivery.${one.state}`)}</Tag>
                {one.attempts > 1 ? ` ${say('delivery.attempts', { count: one.attempts })}` : ''}
              </>
            ),
          },
          {
            head: say('delivery.steps'),
            cell: (one) =>
              one.steps.length > 0 ? <Steps steps={one.steps} told={told} /> : timeIn(told, one.at),
          },
        ]}
      />
    </details>
  );
};
