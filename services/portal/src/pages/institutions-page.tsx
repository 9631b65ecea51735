import type { Name } from '../domain/name-on.ts';
import type { Punctuality } from '../queries/institution.ts';
import { Table } from './kit/parts.tsx';
import { SharesPicture } from './kit/pictures.tsx';
import { drawPage } from './kit/shell.tsx';
import type { Told } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

const STANDINGS = ['onTime', 'late', 'silent', 'open'] as const;

export type InstitutionsView = readonly {
  readonly id: string;
  readonly name: Name;
  readonly punctuality: Punctuality;
  /** Commitments it leads that stand. */
  readonly leads: number;
}[];

/** Every institution beside the others: what it leads, and how punctual it was. */
export const institutionsPage = (view: InstitutionsView, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: 'UTC' };
  const { say } = told;
  const owing = view.filter(({ punctuality }) => STANDINGS.some((one) => punctuality[one] > 0));
  return drawPage({
    told,
    title: say('institutions.title'),
    path: '/institutions',
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
              { head: say('institution.leads'), isNumber: true, cell: (one) => one.leads },
              ...STANDINGS.map((standing) => ({
                head: say(`institution.${standing}`),
                isNumber: true,
                cell: (one: InstitutionsView[number]) => one.punctuality[standing],
              })),
            ]}
          />
        ) : null}
      </>
    ),
  });
};
