import type { VNode } from 'preact';
import type { Browse, BrowsedCommitment } from '../queries/browse.ts';
import type { Place } from '../queries/place.ts';
import { Table } from './kit/parts.tsx';
import { crumbsTo } from './kit/place.ts';
import { drawPage } from './kit/shell.tsx';
import type { Told } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

const Commitments = ({
  list,
  lang,
}: {
  readonly list: readonly BrowsedCommitment[];
  readonly lang: Lang;
}): VNode => (
  <ul>
    {list.map((one) => (
      <li key={one.id}>
        <a href={`/${lang}/commitments/${one.id}`}>
          {one.number}. {one.title[lang]}
        </a>
      </li>
    ))}
  </ul>
);

/** A cycle by Sustainable Development Goal, by OGP value, and by the themes of proposals and contributions. */
export const browsePage = (
  { place, found }: { readonly place: Place; readonly found: Browse },
  lang: Lang,
): string => {
  const told: Told = { lang, say: saying(lang), zone: place.forum.zone };
  const { say } = told;
  const at = `/cycles/${place.cycle.id}`;
  return drawPage({
    ...{ told, title: say('browse.title'), path: `${at}/browse`, crumbs: crumbsTo(place, lang, say) },
    rehearsalDay: place.rehearsal ? place.today : undefined,
    children: (
      <>
        <h1>{say('browse.title')}</h1>
        <h2>{say('browse.leads')}</h2>
        {found.leads.length === 0 ? <p>{say('browse.none')}</p> : null}
        {found.leads.map((lead) => (
          <section key={lead.id}>
            <h3>
              <a href={`/${lang}/institutions/${lead.id}`}>{lead.name[lang]}</a>
            </h3>
            <Commitments list={lead.commitments} lang={lang} />
          </section>
        ))}
        <h2>{say('browse.sdg')}</h2>
        {found.goals.length === 0 ? <p>{say('browse.none')}</p> : null}
        {found.goals.map(({ goal, commitments }) => (
          <section key={goal}>
            <h3>{say(`sdg.${goal as 1}`)}</h3>
            <Commitments list={commitments} lang={lang} />
          </section>
        ))}
        <h2>{say('commitment.values')}</h2>
        {found.values.length === 0 ? <p>{say('browse.none')}</p> : null}
        {found.values.map(({ value, commitments }) => (
          <section key={value}>
            <h3>{say(`value.${value as 'inclusion'}`)}</h3>
            <Commitments list={commitments} lang={lang} />
          </section>
        ))}
        {found.served.length > 0 ? <h2>{say('browse.served')}</h2> : null}
        {found.served.map(({ theme, commitments }) => (
          <section key={theme}>
            <h3>{theme}</h3>
            <Commitments list={commitments} lang={lang} />
          </section>
        ))}
        <h2>{say('browse.themes')}</h2>
        {found.themes.length === 0 ? (
          <p>{say('browse.none')}</p>
        ) : (
          <Table
            rows={found.themes}
            columns={[
              { head: say('filter.theme'), cell: (one) => one.theme },
              {
                head: say('cycle.proposals'),
                isNumber: true,
                cell: (one) => (
                  <a href={`/${lang}${at}/proposals?${new URLSearchParams({ theme: one.theme })}`}>
                    {one.proposals}
                  </a>
                ),
              },
              {
                head: say('desk.members'),
                isNumber: true,
                cell: (one) => (
                  <a href={`/${lang}${at}/contributions?${new URLSearchParams({ theme: one.theme })}`}>
                    {one.contributions}
                  </a>
                ),
              },
            ]}
          />
        )}
      </>
    ),
  });
};
