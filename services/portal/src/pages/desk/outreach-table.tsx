import type { VNode } from 'preact';
import type { OutreachFound } from '../../queries/desk.ts';
import { Table } from '../kit/parts.tsx';
import { dayIn, type Told } from '../kit/told.ts';

/** What told the public, when, by which channel and whom it reached. */
export const OutreachTable = ({
  activities,
  told,
}: {
  readonly activities: readonly OutreachFound[];
  readonly told: Told;
}): VNode => {
  const { say } = told;
  return (
    <Table
      rows={activities}
      columns={[
        { head: say('column.when'), cell: (one) => dayIn(told, one.on) },
        { head: say('desk.outreach.by'), cell: (one) => say(`outreach.${one.channel as 'press'}`) },
        { head: say('desk.audience'), cell: (one) => one.audience },
        {
          head: say('desk.link'),
          cell: (one) => (one.link ? <a href={one.link}>{new URL(one.link).host}</a> : ''),
        },
      ]}
    />
  );
};
