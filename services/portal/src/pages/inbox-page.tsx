import type { VNode } from 'preact';
import type { DutyFound, LedFound } from '../queries/institution.ts';
import { type Named, standingOf } from './kit/desk.ts';
import { Options } from './kit/fields.tsx';
import { Table, Tag, toneOf } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { verdictsOf } from './kit/verdicts.ts';
import { type Lang, saying } from './messages/say.ts';

/** What became of the answer to one duty, when some were not taken. */
export type AnswerRow = {
  readonly isTaken: boolean;
  readonly wrong: string | null;
  readonly verdict: string;
  readonly note: string;
};
type Owed = DutyFound & { readonly about: readonly Named[] };
export type Inbox = {
  readonly institution: Named | undefined;
  readonly owed: readonly Owed[];
  readonly leads: readonly LedFound[];
  readonly formId: string;
  readonly rows: ReadonlyMap<string, AnswerRow>;
  /** Address of the private calendar feed. */
  readonly calendar: string | undefined;
  readonly isDone: boolean;
  readonly wrong: string | null;
};

const Answer = ({ one, row, told }: { one: Owed; row: AnswerRow | undefined; told: Told }): VNode => {
  const { say, lang } = told;
  if (row?.isTaken) return <p role="status">{say('inbox.taken')}</p>;
  const what = `${say(`duty.${one.obligationKind}`)} ${one.about.map((each) => each.name[lang]).join(', ')}`;
  return (
    <>
      {row?.wrong ? (
        <p class="bad" id={`wrong-${one.id}`}>
          {row.wrong}
        </p>
      ) : null}
      <select
        name={`verdict.${one.id}`}
        aria-label={`${say('inbox.answer')}: ${what}`}
        aria-describedby={row?.wrong ? `wrong-${one.id}` : undefined}
      >
        <Options
          choices={[
            ['', say('inbox.answer.not-now')],
            ...verdictsOf(one.obligationKind).map((each) => [each, say(`verdict.${each}`)] as const),
          ]}
          chosen={row?.verdict ?? ''}
        />
      </select>
      <textarea
        {...{ class: 'short', name: `note.${one.id}`, maxLength: 20_000, rows: 1 }}
        aria-label={`${say('inbox.note')}: ${what}`}
        placeholder={say('inbox.note')}
      >
        {row?.note ?? ''}
      </textarea>
    </>
  );
};

const Duties = ({ view, told }: { readonly view: Inbox; readonly told: Told }): VNode => {
  const { say, lang } = told;
  return (
    <form method="post" action={`/${lang}/inbox`}>
      <input type="hidden" name="id" value={view.formId} />
      <Table
        rows={view.owed}
        columns={[
          {
            head: say('column.what'),
            cell: (one) => <a href={`/${lang}/duties/${one.id}`}>{say(`duty.${one.obligationKind}`)}</a>,
          },
          {
            head: say('inbox.column.about'),
            cell: (one) => one.about.map((each) => each.name[lang]).join(', '),
          },
          { head: say('column.due'), cell: (one) => dayIn(told, one.dueOn) },
          {
            head: say('column.state'),
            cell: (one) => (
              <>
                <Tag tone={toneOf(standingOf(one))}>{say(`awaited.${standingOf(one)}`)}</Tag>
                {one.extensionAsked ? ` ${say('awaited.asking')}` : ''}
              </>
            ),
          },
          {
            head: say('inbox.answer'),
            cell: (one) => <Answer one={one} row={view.rows.get(one.id)} told={told} />,
          },
        ]}
      />
      <button type="submit">{say('inbox.send')}</button>
    </form>
  );
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
        {owed.length > 0 ? <Duties view={view} told={told} /> : null}
        <Leads view={view} told={told} />
        <Calendar calendar={view.calendar} told={told} />
      </>
    ),
  });
};
