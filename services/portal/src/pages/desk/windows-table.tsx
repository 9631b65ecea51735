import type { VNode } from 'preact';
import type { WindowView } from '../../queries/windows.ts';
import { Table, Tag } from '../kit/parts.tsx';
import { dayIn, type Told } from '../kit/told.ts';

const TONES = { planned: 'plain', open: 'good', closed: 'plain' } as const;

/** Reporting windows, opened and planned: who has reported, and the way to let an open one close later. */
export const WindowsTable = ({
  windows,
  milestones,
  told,
}: {
  readonly windows: readonly WindowView[];
  readonly milestones: number;
  readonly told: Told;
}): VNode => {
  const { say, lang } = told;
  return (
    <Table
      rows={windows}
      columns={[
        {
          head: say('column.what'),
          cell: (one) =>
            say('cycle.windows.one', {
              ...{ number: one.number, from: dayIn(told, one.fromDay), until: dayIn(told, one.untilDay) },
            }),
        },
        { head: say('column.opens'), cell: (one) => dayIn(told, one.opensOn) },
        {
          head: say('column.closes'),
          cell: (one) => (
            <>
              {dayIn(told, one.closesOn)}
              {one.id && one.state === 'open' ? (
                <>
                  {' '}
                  <a href={`/${lang}/desk/extend-window/${one.id}`}>{say('window.extend')}</a>
                </>
              ) : null}
            </>
          ),
        },
        {
          head: say('column.state'),
          cell: (one) => <Tag tone={TONES[one.state]}>{say(`window.${one.state}`)}</Tag>,
        },
        {
          head: say('window.reported'),
          cell: (one) =>
            one.counts
              ? say('window.reported.of', {
                  ...{ discharged: one.counts.discharged, owed: one.counts.owed },
                  ...{ reported: one.counts.milestones, milestones },
                })
              : '',
        },
      ]}
    />
  );
};
