import type { InstitutionsPage } from '../queries/institution.ts';
import { Pager, Table } from './kit/parts.tsx';
import { SharesPicture } from './kit/pictures.tsx';
import { drawPage } from './kit/shell.tsx';
import type { Told } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

const STANDINGS = ['onTime', 'late', 'silent', 'open'] as const;

/** Institutions beside each other: what each leads, and how punctual it was; a page of them at a time. */
export const institutionsPage = (
  { institutions: view, next }: InstitutionsPage,
  lang: Lang,
  after?: string,
): string => {
  const told: Told = { lang, say: saying(lang), zone: 'UTC' };
  const { say } = told;
  // The same ministry stands in each forum by itself, and in every rehearsal.
  const forums = new Set(view.map((one) => one.forum?.ko));
  const owing = view.filter(({ punctuality }) => STANDINGS.some((one) => punctuality[one] > 0));
  return drawPage({
    told,
    title: say('institutions.title'),
    path: after ? `/institutions?after=${after}` : '/institutions',
    crumbs: [{ href: '', name: say('nav.home') }],
    children: (
      <>
        <h1>{say('institutions.title')}</h1>
        {view.length === 0 ? <p>{say('institutions.none')}</p> : null}
        {owing.length > 0 ? (
          <SharesPicture
            rows={owing.map(({ name, punctuality }) => ({
              name: name[lang],
              counts: STANDINGS.map((one) => punctuality[one]),
            }))}
            parts={STANDINGS.map((one) => say(`institution.${one}`))}
            label={say('institutions.picture')}
          />
        ) : null}
        {view.length > 0 ? (
          <Table
            rows={view}
            columns={[
              {
                head: say('column.institution'),
                cell: (one) => <a href={`/${lang}/institutions/${one.id}`}>{one.name[lang]}</a>,
              },
              ...(forums.size > 1
                ? [
                    {
                      head: say('column.forum'),
                      cell: (one: (typeof view)[number]) => one.forum?.[lang] ?? '',
                    },
                  ]
                : []),
              { head: say('institution.leads'), isNumber: true, cell: (one) => one.leads },
              ...STANDINGS.map((standing) => ({
                head: say(`institution.${standing}`),
                isNumber: true,
                cell: (one: (typeof view)[number]) => one.punctuality[standing],
              })),
            ]}
          />
        ) : null}
        <Pager {...{ next, chosen: {}, isFirst: after === undefined, told, name: 'after' }} />
      </>
    ),
  });
};
