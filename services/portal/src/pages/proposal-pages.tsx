import type { VNode } from 'preact';
import type { Page } from '../queries/contributions.ts';
import type { Place } from '../queries/place.ts';
import type { LinkView, ProposalView } from '../queries/proposals.ts';
import { Facts, Filters, Pager, Tag, toneOf } from './kit/parts.tsx';
import { crumbsTo } from './kit/place.ts';
import { queryOf } from './kit/query-of.ts';
import { Receipt, type ReceiptView } from './kit/receipt.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { firstWords, langOf, Words } from './kit/words.tsx';
import { type Lang, saying } from './messages/say.ts';

const STATES = ['received', 'merged', 'split', 'declined', 'part-of', 'set-aside'] as const;

const LinkTo = ({ link, told }: { readonly link: LinkView; readonly told: Told }): VNode =>
  link.commitment ? (
    <a href={`/${told.lang}/commitments/${link.id}`}>
      {link.commitment.number}. {link.commitment.title[told.lang]}
    </a>
  ) : (
    <a href={`/${told.lang}/proposals/${link.id}`} lang={langOf(link.title)}>
      {firstWords(link.title, told)}
    </a>
  );

const Fate = ({ one, told }: { readonly one: ProposalView; readonly told: Told }): VNode => (
  <div class="answer">
    {one.forward.map((link) => (
      <p key={link.id}>
        {told.say(`link.${link.how}`)}: <LinkTo link={link} told={told} />
      </p>
    ))}
    {one.state === 'declined' && one.reasonCode ? (
      <p>{told.say(`declined.${one.reasonCode as 'other'}`)}</p>
    ) : null}
    {one.state === 'set-aside' ? (
      <p class="words none">
        {told.say('proposal.isSetAside', {
          reason: told.say(`reasonCode.${(one.reasonCode ?? 'spam') as 'spam'}`),
        })}
      </p>
    ) : null}
    {one.reason ? <Words text={one.reason} told={told} /> : null}
    {one.state === 'received' ? <p class="small">{told.say('proposal.waiting')}</p> : null}
  </div>
);

/** Whoever wrote it may appeal once; everybody sees that, and what became of it. */
const Appeal = ({ one, told }: { readonly one: ProposalView; readonly told: Told }): VNode | null => {
  if (one.appeal) return <p>{told.say(`appeal.${one.appeal}`)}</p>;
  if (one.state !== 'set-aside') return null;
  return (
    <p>
      <a href={`/${told.lang}/appeal-proposal/${one.id}`}>{told.say('appeal.title')}</a>
    </p>
  );
};

export type ProposalList = {
  readonly place: Place;
  readonly page: Page<ProposalView>;
  readonly themes: readonly string[];
  readonly chosen: {
    readonly state?: string | undefined;
    readonly theme?: string | undefined;
    readonly cursor?: string | undefined;
  };
};

/** The proposals of a cycle, each with what became of it. */
export const proposalsPage = ({ place, page, themes, chosen }: ProposalList, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: place.forum.zone };
  const { say } = told;
  return drawPage({
    told,
    title: say('proposals.title'),
    path: `/cycles/${place.cycle.id}/proposals${queryOf(chosen)}`,
    crumbs: crumbsTo(place, lang, say),
    rehearsalDay: place.rehearsal ? place.today : undefined,
    children: (
      <>
        <h1>{say('proposals.title')}</h1>
        <Filters
          told={told}
          filters={[
            {
              name: 'state',
              label: say('filter.state'),
              chosen: chosen.state ?? '',
              choices: STATES.map((one) => [one, say(`state.${one}`)]),
            },
            {
              name: 'theme',
              label: say('filter.theme'),
              chosen: chosen.theme ?? '',
              choices: themes.map((one) => [one, one]),
            },
          ]}
        />
        {page.items.length === 0 ? <p>{say('filter.none')}</p> : null}
        <ul class="list">
          {page.items.map((one) => (
            <li key={one.id}>
              <p class="item-title">
                <a href={`/${lang}/proposals/${one.id}`} lang={langOf(one.title)}>
                  {firstWords(one.title, told)}
                </a>{' '}
                <Tag tone={toneOf(one.state)}>{say(`state.${one.state}`)}</Tag>
              </p>
              <p class="small">
                {[one.theme, one.receivedOn && dayIn(told, one.receivedOn)].filter(Boolean).join(' · ')}
              </p>
              <Fate one={one} told={told} />
            </li>
          ))}
        </ul>
        <Pager
          next={page.next}
          chosen={{ state: chosen.state, theme: chosen.theme }}
          isFirst={!chosen.cursor}
          told={told}
        />
      </>
    ),
  });
};

/** One proposal: its words, where it came from and where it went. */
export const proposalPage = (
  {
    place,
    proposal: one,
    receipt,
  }: {
    readonly place: Place;
    readonly proposal: ProposalView;
    readonly receipt: ReceiptView | undefined;
  },
  lang: Lang,
): string => {
  const told: Told = { lang, say: saying(lang), zone: place.forum.zone };
  const { say } = told;
  return drawPage({
    told,
    title: firstWords(one.title, told, 80) || say('proposal.title'),
    path: `/proposals/${one.id}`,
    crumbs: [
      ...crumbsTo(place, lang, say),
      { href: `/cycles/${place.cycle.id}/proposals`, name: say('proposals.title') },
    ],
    rehearsalDay: place.rehearsal ? place.today : undefined,
    children: (
      <>
        {receipt ? (
          <Receipt told={told} receipt={receipt} forumId={place.forum.id} submissionId={one.id} />
        ) : null}
        <h1 lang={langOf(one.title)}>
          {one.state === 'set-aside' ? say('proposal.title') : firstWords(one.title, told, 300)}
        </h1>
        <Facts
          facts={[
            [
              say('column.state'),
              <Tag key="state" tone={toneOf(one.state)}>
                {say(`state.${one.state}`)}
              </Tag>,
            ],
            [say('filter.theme'), one.theme],
            [say('form.kind'), say(`kinds.${one.contributorKind}`)],
            [
              say('column.when'),
              one.receivedOn
                ? say('contribution.received', {
                    day: dayIn(told, one.receivedOn),
                    channel: one.channel ? say(`channel.${one.channel as 'online'}`) : '',
                  })
                : null,
            ],
          ]}
        />
        {one.state === 'set-aside' ? null : <Words text={one.body} told={told} />}
        <h2>{say('proposal.forward')}</h2>
        <Fate one={one} told={told} />
        <Appeal one={one} told={told} />
        {one.back.length > 0 ? (
          <>
            <h2>{say('proposal.back')}</h2>
            <ul class="plain">
              {one.back.map((link) => (
                <li key={link.id}>
                  {say(link.how === 'split-into' ? 'link.back.split-into' : 'link.back.merged-into')}:{' '}
                  <LinkTo link={link} told={told} />
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </>
    ),
  });
};
