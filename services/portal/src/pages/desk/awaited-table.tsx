import type { VNode } from 'preact';
import type { AwaitedDuty } from '../../queries/awaited.ts';
import { Table, Tag, toneOf } from '../kit/parts.tsx';
import { dayIn, type Told } from '../kit/told.ts';

/** Who owes what until when, each with the way to it; whoever asks for more time waits for a decision. */
export const AwaitedTable = ({
  duties,
  told,
}: {
  readonly duties: readonly AwaitedDuty[];
  readonly told: Told;
}): VNode => {
  const { say, lang } = told;
  return (
    <Table
      rows={duties}
      columns={[
        {
          head: say('column.institution'),
          cell: (one) => (one.answerable ? `${one.who[lang]} (${one.answerable[lang]})` : one.who[lang]),
        },
        {
          head: say('column.what'),
          cell: (one) => <a href={`/${lang}/duties/${one.id}`}>{say(`duty.${one.obligationKind}`)}</a>,
        },
        { head: say('column.due'), cell: (one) => dayIn(told, one.dueOn) },
        {
          head: say('column.state'),
          cell: (one) => (
            <>
              <Tag tone={toneOf(one.standing)}>{say(`awaited.${one.standing}`)}</Tag>
              {one.extensionAsked ? (
                <>
                  {' '}
                  <a href={`/${lang}/desk/decide-extension/${one.id}`}>
                    {say('duty.asked', {
                      day: one.extensionUntil ? dayIn(told, one.extensionUntil) : '',
                    })}
                  </a>
                </>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
};
