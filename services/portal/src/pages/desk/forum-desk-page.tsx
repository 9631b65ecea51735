import type { ForumPage } from '../../queries/forum.ts';
import type { Table as Seated } from '../../queries/table.ts';
import { Table } from '../kit/parts.tsx';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import { type Told, timeIn } from '../kit/told.ts';
import { type Lang, saying } from '../messages/say.ts';
import { Doings, Done } from './doings.tsx';
import { SettingUp } from './setting-up.tsx';

export type ForumDeskView = {
  readonly page: ForumPage;
  readonly table: Seated;
  readonly crumbs: readonly Crumb[];
  readonly isDone: boolean;
  /** The code of somebody who was registered just now. */
  readonly person: string | undefined;
};

/** What can be done for a forum: its table, its meetings, minutes and evidence, and the next cycle. */
export const forumDeskPage = ({ page, table, crumbs, isDone, person }: ForumDeskView, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: page.zone };
  const { say } = told;
  const to = (form: string): string => `/desk/${form}/${page.id}`;
  return drawPage({
    ...{ told, title: page.name[lang], path: `/desk/forums/${page.id}`, crumbs },
    rehearsalDay: page.rehearsal ? page.today : undefined,
    children: (
      <>
        <h1>{page.name[lang]}</h1>
        <Done isDone={isDone} told={told} />
        {person ? (
          <p class="box">
            {say('person.opened')} <code>{person}</code>
          </p>
        ) : null}
        <SettingUp page={page} table={table} told={told} />
        <h2>{say('table.title')}</h2>
        <p>
          {say('forum.seats.count', { count: page.seats.length })},{' '}
          {say('office.count', { count: table.institutions.length })}
        </p>
        <Doings
          told={told}
          list={[
            [`/desk/forums/${page.id}/table`, 'table.title'],
            [`/desk/forums/${page.id}/institutions`, 'office.title'],
          ]}
        />
        <h2>{say('forum.cycles')}</h2>
        <ul class="doings">
          {page.cycles.map((one) => (
            <li key={one.id}>
              <a href={`/${lang}/desk/cycles/${one.id}`}>{one.name[lang]}</a>
            </li>
          ))}
        </ul>
        <Doings told={told} list={[[to('open-cycle'), 'desk.openCycle']]} />
        <h2>{say('forum.meetings')}</h2>
        <Doings
          told={told}
          list={[
            [to('schedule-meeting'), 'desk.scheduleMeeting'],
            [to('hold-meeting'), 'desk.holdMeeting'],
            [to('minute-meeting'), 'desk.minutes'],
            [to('cancel-meeting'), 'desk.cancelMeeting'],
          ]}
        />
        {page.meetings.length > 0 ? (
          <Table
            rows={page.meetings.slice(0, 20)}
            columns={[
              { head: say('column.meeting'), cell: (one) => say(`meeting.${one.kind}`) },
              { head: say('column.when'), cell: (one) => timeIn(told, one.startsAt) },
              {
                head: say('column.state'),
                cell: (one) =>
                  say(one.cancelled ? 'forum.cancelled' : one.heldOn ? 'forum.held' : 'forum.planned'),
              },
              {
                head: say('forum.minutes'),
                cell: (one) => say(one.minutesTextId ? 'answer.yes' : 'answer.no'),
              },
            ]}
          />
        ) : null}
        <h2>{say('desk.people')}</h2>
        <Doings
          told={told}
          list={[
            [to('open-account'), 'person.open'],
            [to('grant-role'), 'desk.grantRole'],
            [to('revoke-role'), 'person.revoke'],
            [to('link-sign-in'), 'person.link'],
            [to('erase-person'), 'erase.person'],
          ]}
        />
        <h2>{say('desk.repository')}</h2>
        <Doings told={told} list={[[to('record-repository-update'), 'desk.repository']]} />
      </>
    ),
  });
};
