import type { VNode } from 'preact';
import { Pager, Table } from '../kit/parts.tsx';
import { drawPage } from '../kit/shell.tsx';
import { type Told, timeIn } from '../kit/told.ts';
import { type Lang, saying } from '../messages/say.ts';
import type { ParkedSeen } from './system-view.ts';

/** Facts that could not be taken in, each with its replay and the reason that is written down. */
export const ParkedTable = ({
  parked,
  told,
  formId,
}: {
  readonly parked: readonly ParkedSeen[];
  readonly told: Told;
  readonly formId: string;
}): VNode => {
  const { say, lang } = told;
  return (
    <Table
      rows={parked}
      columns={[
        { head: say('console.room'), cell: (one) => one.room },
        { head: say('console.fact'), cell: (one) => `${one.source} ${one.sequence}` },
        { head: say('console.parked.kind'), cell: (one) => (one.type ? <code>{one.type}</code> : '') },
        { head: say('console.aggregate'), cell: (one) => <code>{one.aggregate}</code> },
        { head: say('console.reason'), cell: (one) => one.reason },
        {
          head: say('console.parked.since'),
          cell: (one) => (one.recordedAt ? timeIn(told, one.recordedAt) : ''),
        },
        {
          head: say('console.replay'),
          cell: (one) => (
            <form method="post" class="repair" action={`/${lang}/console/replay`}>
              <input type="hidden" name="id" value={formId} />
              <input type="hidden" name="room" value={one.room} />
              <input type="hidden" name="aggregate" value={one.aggregate} />
              <label>
                {say('console.repair.reason')}
                <input type="text" name="reason" required maxLength={60} />
              </label>
              <button type="submit" aria-label={`${say('console.replay')}: ${one.aggregate}`}>
                {say('console.replay')}
              </button>
            </form>
          ),
        },
      ]}
    />
  );
};

export type ParkedView = {
  readonly room: string;
  readonly zone: string;
  /** Undefined while the room does not answer. */
  readonly parked: readonly ParkedSeen[] | undefined;
  readonly next: string | null;
  readonly cursor: string;
  readonly formId: string;
};

/** Everything that is parked in one room, a page at a time. */
export const parkedPage = (view: ParkedView, lang: Lang): string => {
  const { room, parked, next, cursor, formId, zone } = view;
  const say = saying(lang);
  const told: Told = { lang, say, zone };
  return drawPage({
    told,
    title: `${say('console.parked')}: ${room}`,
    path: `/console/parked?room=${room}`,
    crumbs: [{ href: '/console', name: say('console.title') }],
    children: (
      <>
        <h1>
          {say('console.parked')}: {room}
        </h1>
        {parked === undefined ? <p class="bad">{say('console.parked.away')}</p> : null}
        {parked?.length === 0 ? <p>{say('console.parked.none')}</p> : null}
        {parked && parked.length > 0 ? <ParkedTable parked={parked} told={told} formId={formId} /> : null}
        <Pager told={told} next={next} chosen={{ room }} isFirst={cursor === ''} />
      </>
    ),
  });
};
