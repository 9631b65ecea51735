import type { Found } from '../queries/search.ts';
import { Pager, Tag } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import type { Told } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

/** Search over all that is public, in Korean and English. */
export const searchPage = (
  {
    asked,
    from,
    found,
  }: { readonly asked: string; readonly from: number; readonly found: Found | undefined },
  lang: Lang,
): string => {
  const told: Told = { lang, say: saying(lang), zone: 'UTC' };
  const { say } = told;
  return drawPage({
    told,
    title: asked ? `${say('search.title')}: ${asked}` : say('search.title'),
    path: `/search${asked ? `?${new URLSearchParams({ q: asked })}` : ''}`,
    crumbs: [{ href: '', name: say('nav.home') }],
    children: (
      <>
        <h1>{say('search.title')}</h1>
        <form method="get" action={`/${lang}/search`}>
          <div class="field">
            <label for="q">{say('search.label')}</label>
            <input id="q" name="q" type="search" value={asked} maxLength={200} />
          </div>
          <button type="submit">{say('search.button')}</button>
        </form>
        {found?.tooShort && asked ? <p role="status">{say('search.short')}</p> : null}
        {found && !found.tooShort ? (
          <>
            <h2>{say(found.hits.length === 0 ? 'search.none' : 'search.found', { asked })}</h2>
            <ul class="list">
              {found.hits.map((hit, at) => {
                return (
                  <li key={at}>
                    <p class="item-title">
                      <Tag>{say(`kind.${hit.kind}`)}</Tag>{' '}
                      {hit.place ? (
                        <a href={`/${lang}${hit.place}`} lang={hit.lang}>
                          {hit.excerpt}
                        </a>
                      ) : (
                        <span lang={hit.lang}>{hit.excerpt}</span>
                      )}
                    </p>
                    {hit.forum ? (
                      <p class="small">
                        {hit.forum.name[lang]}{' '}
                        {hit.forum.rehearsal ? <Tag>{say('search.rehearsal')}</Tag> : null}
                      </p>
                    ) : null}
                  </li>
                );
              })}
            </ul>
            <Pager next={found.next} chosen={{ q: asked }} isFirst={from === 0} told={told} />
          </>
        ) : null}
      </>
    ),
  });
};
