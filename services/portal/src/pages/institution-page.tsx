import type { InstitutionPage } from '../queries/institution.ts';
import { Table, Tag, toneOf } from './kit/parts.tsx';
import { SharePicture } from './kit/pictures.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

const STANDINGS = ['onTime', 'late', 'silent', 'open'] as const;

/** What an institution leads, what it owes by when, and how punctual it was. */
export const institutionPage = (page: InstitutionPage, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: 'UTC' };
  const { say } = told;
  const parts = STANDINGS.map((one) => ({ name: say(`institution.${one}`), count: page.punctuality[one] }));
  return drawPage({
    told,
    title: page.name[lang],
    path: `/institutions/${page.id}`,
    crumbs: [
      { href: '', name: say('nav.home') },
      { href: '/institutions', name: say('institutions.title') },
    ],
    children: (
      <>
        <h1>{page.name[lang]}</h1>
        {page.names.length > 1 ? (
          <>
            <h2>{say('institution.names')}</h2>
            <ul class="plain">
              {page.names.map((one) => (
                <li key={one.fromDay}>
                  {say('institution.names.from', { name: one.name[lang], day: dayIn(told, one.fromDay) })}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <h2>{say('institution.punctuality')}</h2>
        {parts.some((one) => one.count > 0) ? (
          <SharePicture parts={parts} label={say('institution.punctuality.picture')} />
        ) : null}
        <Table
          rows={parts}
          columns={[
            { head: say('column.state'), cell: (one) => one.name },
            { head: say('column.count'), cell: (one) => one.count, isNumber: true },
          ]}
        />
        <h2>{say('institution.owes')}</h2>
        {page.owed.length === 0 ? (
          <p>{say('cycle.awaited.none')}</p>
        ) : (
          <Table
            rows={page.owed}
            columns={[
              { head: say('column.what'), cell: (one) => say(`duty.${one.obligationKind}`) },
              { head: say('column.due'), cell: (one) => dayIn(told, one.dueOn) },
              {
                head: say('column.state'),
                cell: (one) => {
                  const state = one.silent ? 'silent' : one.late ? 'overdue' : 'awaited';
                  return (
                    <>
                      <Tag tone={toneOf(state)}>{say(`awaited.${state}`)}</Tag>
                      {one.extensionAsked ? ` ${say('awaited.asking')}` : ''}
                    </>
                  );
                },
              },
            ]}
          />
        )}
        <h2>{say('institution.leads')}</h2>
        <ul class="list">
          {page.leads.map((one) => (
            <li key={one.id}>
              <a href={`/${lang}/commitments/${one.id}`}>
                {one.number}. {one.title[lang]}
              </a>{' '}
              <Tag tone={toneOf(one.state)}>{say(`commitment.state.${one.state as 'draft'}`)}</Tag>
            </li>
          ))}
        </ul>
      </>
    ),
  });
};
