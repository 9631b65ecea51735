import type { VNode } from 'preact';
import type { LedFound } from '../queries/institution.ts';
import { type DutyRow, type ForAll, InboxTable, type Owed } from './inbox-table.tsx';
import type { Named } from './kit/desk.ts';
import { Table, Tag, toneOf } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import type { Told } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

export type Inbox = {
  readonly institution: Named | undefined;
  readonly owed: readonly Owed[];
  readonly leads: readonly LedFound[];
  readonly formId: string;
  readonly rows: ReadonlyMap<string, DutyRow>;
  readonly forAll: ForAll;
  readonly institutions: readonly Named[];
  /** Address of the private calendar feed. */
  readonly calendar: string | undefined;
  readonly isDone: boolean;
  readonly wrong: string | null;
};

const Leads = ({ view, told }: { readonly view: Inbox; readonly told: Told }): VNode | null => {
  const { say, lang } = told;
  return view.leads.length === 0 ? null : (
    <>
      <h2>{say('inbox.leads')}</h2>
      <Table
        rows={view.leads}
        columns={[
          {
            head: say('column.commitment'),
            cell: (one) => (
              <a href={`/${lang}/commitments/${one.id}`}>
                {one.number}. {one.title[lang]}
              </a>
            ),
          },
          {
            head: say('column.state'),
            cell: (one) => (
              <Tag tone={toneOf(one.state)}>{say(`commitment.state.${one.state as 'draft'}`)}</Tag>
            ),
          },
        ]}
      />
    </>
  );
};

const Calendar = ({ calendar, told }: { readonly calendar: string | undefined; readonly told: Told }) =>
  calendar ? (
    <>
      <h2>{told.say('inbox.calendar')}</h2>
      <div class="field">
        <label for="calendar">{told.say('inbox.calendar')}</label>
        <p class="hint" id="calendar-hint">
          {told.say('inbox.calendar.hint')}
        </p>
        <input id="calendar" type="text" readOnly value={calendar} aria-describedby="calendar-hint" />
      </div>
    </>
  ) : null;

/** Everything an institution owes, by when, the first due first, with answers for many at once; and what it leads. */
export const inboxPage = (view: Inbox, lang: Lang): string => {
  const { institution, owed, isDone, wrong } = view;
  // Only days are shown here, and a day of a forum is a day in every zone.
  const told: Told = { lang, say: saying(lang), zone: 'UTC' };
  const { say } = told;
  const title = institution ? say('inbox.title', { name: institution.name[lang] }) : say('nav.inbox');
  return drawPage({
    told,
    title,
    path: '/inbox',
    hasErrors: wrong !== null,
    children: (
      <>
        <h1>{title}</h1>
        {isDone ? (
          <p class="box" role="status">
            {say('inbox.done')}
          </p>
        ) : null}
        {wrong ? (
          <p class="errors" role="alert">
            {wrong}
          </p>
        ) : null}
        {institution ? null : (
          <p>
            <a href={`/${lang}/sign-in`}>{say('inbox.signIn')}</a>
          </p>
        )}
        {institution && owed.length === 0 ? <p>{say('inbox.none')}</p> : null}
        {owed.length > 0 ? (
          <InboxTable
            {...{ owed, told, rows: view.rows, forAll: view.forAll, formId: view.formId }}
            institutions={view.institutions}
            institutionId={institution?.id}
          />
        ) : null}
        <Leads view={view} told={told} />
        <Calendar calendar={view.calendar} told={told} />
      </>
    ),
  });
};
