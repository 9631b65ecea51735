import type { Page } from '../queries/contributions.ts';
import type { ModerationView } from '../queries/desk.ts';
import type { Place } from '../queries/place.ts';
import { Pager } from './kit/parts.tsx';
import { crumbsTo } from './kit/place.ts';
import { queryOf } from './kit/query-of.ts';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { Words } from './kit/words.tsx';
import { type Lang, saying } from './messages/say.ts';

/** What moderation did and why, for everybody: the rule, the day, appeals and how they were decided; never the words. */
export const moderationPage = (
  view: { readonly place: Place; readonly page: Page<ModerationView>; readonly cursor: string | undefined },
  lang: Lang,
): string => {
  const { place, page, cursor } = view;
  const told: Told = { lang, say: saying(lang), zone: place.forum.zone };
  const { say } = told;
  return drawPage({
    ...{ told, title: say('moderation.title') },
    path: `/cycles/${place.cycle.id}/moderation${queryOf({ cursor })}`,
    ...{ crumbs: crumbsTo(place, lang, say), rehearsalDay: place.rehearsal ? place.today : undefined },
    children: (
      <>
        <h1>{say('moderation.title')}</h1>
        <p>{say('moderation.text')}</p>
        {page.items.length === 0 ? <p>{say('moderation.none')}</p> : null}
        <ul class="list">
          {page.items.map((one) => (
            <li key={`${one.proposalId ?? one.contributionId} ${one.on} ${one.what}`}>
              <p class="item-title">
                <a
                  href={
                    one.proposalId
                      ? `/${lang}/proposals/${one.proposalId}`
                      : `/${lang}/contributions/${one.contributionId}`
                  }
                >
                  {say(one.proposalId ? `moderation.proposal.${one.what}` : `moderation.${one.what}`)}
                </a>
              </p>
              <p class="small">
                {dayIn(told, one.on)}
                {one.reasonCode ? ` · ${say(`reasonCode.${one.reasonCode as 'spam'}`)}` : ''}
              </p>
              <Words text={one.reason} told={told} />
            </li>
          ))}
        </ul>
        <Pager told={told} next={page.next} isFirst={cursor === undefined} chosen={{}} />
      </>
    ),
  });
};
