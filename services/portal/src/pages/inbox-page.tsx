import type { DutyFound } from '../queries/institution.ts';
import { type Named, standingOf, toldIn } from './kit/desk.ts';
import { Table, Tag, toneOf } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn } from './kit/told.ts';
import type { Lang } from './messages/say.ts';

export type Inbox = {
  readonly institution: Named | undefined;
  readonly owed: readonly (DutyFound & { readonly about: readonly Named[] })[];
  readonly isDone: boolean;
};

/** What an institution owes, by when: the first due first. */
export const inboxPage = ({ institution, owed, isDone }: Inbox, lang: Lang): string => {
  const told = toldIn(lang);
  const { say } = told;
  const title = institution ? say('inbox.title', { name: institution.name[lang] }) : say('nav.inbox');
  return drawPage({
    told,
    title,
    path: '/inbox',
    children: (
      <>
        <h1>{title}</h1>
        {isDone ? (
          <p class="box" role="status">
            {say('inbox.done')}
          </p>
        ) : null}
        {institution ? null : (
          <p>
            <a href={`/${lang}/sign-in`}>{say('inbox.signIn')}</a>
          </p>
        )}
        {institution && owed.length === 0 ? <p>{say('inbox.none')}</p> : null}
        {owed.length > 0 ? (
          <Table
            rows={owed}
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
            ]}
          />
        ) : null}
      </>
    ),
  });
};
