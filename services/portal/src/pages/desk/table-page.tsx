import type { VNode } from 'preact';
import type { ForumPage, SeatFound } from '../../queries/forum.ts';
import type { Table as Seated } from '../../queries/table.ts';
import { Table, Tag } from '../kit/parts.tsx';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import { dayIn, type Told } from '../kit/told.ts';
import { type Lang, saying } from '../messages/say.ts';
import { Doings, Done } from './doings.tsx';

export type TableView = {
  readonly page: ForumPage;
  readonly table: Seated;
  readonly crumbs: readonly Crumb[];
  readonly isDone: boolean;
};
type Props = Pick<TableView, 'page' | 'table'> & { readonly told: Told };

const stateOf = (seat: SeatFound, today: string): 'held' | 'to-come' | 'empty' =>
  today < seat.from ? 'to-come' : seat.until < today ? 'empty' : 'held';

/** Seats with the ways to hand each over and to vacate it; those that are empty stay in sight. */
const Seats = ({ page, table, told }: Props): VNode => {
  const { say, lang } = told;
  return (
    <>
      <h2 id="seats">{say('forum.seats')}</h2>
      {table.seats.length === 0 ? <p>{say('table.seats.none')}</p> : null}
      <Doings told={told} list={[[`/desk/seat-member/${page.id}`, 'table.seatMember']]} />
      {table.seats.length === 0 ? null : (
        <Table
          rows={table.seats}
          columns={[
            { head: say('column.organisation'), cell: (one) => one.organisation[lang] },
            { head: say('column.sector'), cell: (one) => say(`sector.${one.sector}`) },
            { head: say('column.position'), cell: (one) => say(`position.${one.position}`) },
            {
              head: say('table.mandate'),
              cell: (one) => `${dayIn(told, one.from)} – ${dayIn(told, one.until)}`,
            },
            {
              head: say('column.state'),
              cell: (one) => {
                const state = stateOf(one, page.today);
                return <Tag tone={state === 'empty' ? 'warn' : 'plain'}>{say(`seatState.${state}`)}</Tag>;
              },
            },
            {
              head: say('drafts.acts'),
              cell: (one) => (
                <>
                  <a href={`/${lang}/desk/hand-over-seat/${page.id}?seat=${one.seatId}`}>
                    {say('table.handOver')}
                  </a>
                  {stateOf(one, page.today) === 'empty' ? null : (
                    <>
                      {' · '}
                      <a href={`/${lang}/desk/vacate-seat/${page.id}?seat=${one.seatId}`}>
                        {say('table.vacate')}
                      </a>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </>
  );
};

const Groups = ({ page, told }: Props): VNode => {
  const { say, lang } = told;
  const to = (form: string, group: string): string => `/${lang}/desk/${form}/${page.id}?group=${group}`;
  return (
    <>
      <h2 id="groups">{say('forum.groups')}</h2>
      {page.groups.length === 0 ? <p>{say('table.groups.none')}</p> : null}
      <Doings told={told} list={[[`/desk/form-group/${page.id}`, 'table.formGroup']]} />
      {page.groups.length === 0 ? null : (
        <Table
          rows={page.groups}
          columns={[
            { head: say('column.name'), cell: (one) => one.name[lang] },
            { head: say('table.people'), isNumber: true, cell: (one) => one.people },
            {
              head: say('drafts.acts'),
              cell: (one) => (
                <>
                  <a href={to('join-group', one.id)}>{say('table.joinGroup')}</a>
                  {one.people > 0 ? (
                    <>
                      {' · '}
                      <a href={to('leave-group', one.id)}>{say('table.leaveGroup')}</a>
                    </>
                  ) : null}
                  {' · '}
                  <a href={to('dissolve-group', one.id)}>{say('table.dissolveGroup')}</a>
                </>
              ),
            },
          ]}
        />
      )}
    </>
  );
};

const Rules = ({ page, told }: Props): VNode => {
  const { say, lang } = told;
  const percent = new Intl.NumberFormat(lang, { style: 'percent' });
  return (
    <>
      <h2 id="rules">{say('forum.rules')}</h2>
      {page.rules.length === 0 ? <p>{say('forum.rules.none')}</p> : null}
      <Doings told={told} list={[[`/desk/adopt-rules/${page.id}`, 'table.adoptRules']]} />
      {page.rules.length === 0 ? null : (
        <Table
          rows={page.rules}
          columns={[
            {
              head: say('forum.rules'),
              cell: (one) =>
                say('forum.rules.version', { version: one.version, day: dayIn(told, one.adoptedOn) }),
            },
            {
              head: say('column.what'),
              cell: ({ rules }) =>
                say('forum.rules.text', {
                  quorum: percent.format(rules.quorum),
                  majority: say(`majority.${rules.majority}`),
                  parity: say(`parity.${rules.parity}`),
                  ballots: say(`ballots.${rules.ballots}`),
                }),
            },
          ]}
        />
      )}
    </>
  );
};

/** The table of a forum as its secretariat keeps it: seats, working groups, rules of procedure, each beside what is done to it. */
export const tablePage = ({ page, table, crumbs, isDone }: TableView, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: page.zone };
  const { say } = told;
  const props: Props = { page, table, told };
  return drawPage({
    ...{ told, title: say('table.title'), path: `/desk/forums/${page.id}/table`, crumbs },
    rehearsalDay: page.rehearsal ? page.today : undefined,
    children: (
      <>
        <h1>{say('table.title')}</h1>
        <p class="lead">{page.name[lang]}</p>
        <Done isDone={isDone} told={told} />
        <Rules {...props} />
        <Seats {...props} />
        <Groups {...props} />
      </>
    ),
  });
};
