import type { VNode } from 'preact';
import type { ContributionFilter, ContributionView, Page } from '../queries/contributions.ts';
import type { Place } from '../queries/place.ts';
import { CLAUSES } from './form-pages.tsx';
import { authorityIn } from './kit/codes.ts';
import { Filters, Pager, Tag, toneOf } from './kit/parts.tsx';
import { crumbsTo } from './kit/place.ts';
import { queryOf } from './kit/query-of.ts';
import { Receipt, type ReceiptView } from './kit/receipt.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { Words } from './kit/words.tsx';
import { type Lang, saying } from './messages/say.ts';

const OUTCOMES = [
  'adopted',
  'partly-adopted',
  'merged',
  'already-covered',
  'not-adopted',
  'out-of-scope',
] as const;

const Answer = ({ one, told }: { readonly one: ContributionView; readonly told: Told }): VNode | null => {
  const { say, lang } = told;
  // What was set aside is answered by nobody.
  if (one.state === 'set-aside') return null;
  return (
    <div class="answer">
      {one.state === 'answered' && one.outcome ? (
        <p>
          <Tag tone={toneOf(one.outcome)}>{say(`outcome.${one.outcome}`)}</Tag>{' '}
          {one.releasedOn ? (
            <span class="small">
              {say('contribution.answered', { day: dayIn(told, one.releasedOn) })}
              {one.authority
                ? ` · ${say('contribution.answeredBy', { authority: authorityIn(say, one.authority) })}`
                : ''}
            </span>
          ) : null}
        </p>
      ) : null}
      {one.state === 'waived' ? <p>{say('contribution.waived')}</p> : null}
      {one.state === 'accepted' ? <p class="small">{say('contribution.waiting')}</p> : null}
      {one.state === 'answered' || one.state === 'waived' ? <Words text={one.reason} told={told} /> : null}
      {one.changes.length > 0 ? (
        <p>
          {say('contribution.changed')}:{' '}
          {one.changes.map((change, at) => (
            <>
              {at > 0 ? ', ' : ''}
              <a href={`/${lang}/commitments/${change.commitmentId}#version-${change.version}`}>
                {say('contribution.changed.version', { number: change.number, version: change.version })}
              </a>
            </>
          ))}
        </p>
      ) : null}
    </div>
  );
};

const Said = ({ one, told }: { readonly one: ContributionView; readonly told: Told }): VNode => {
  const { say } = told;
  return (
    <>
      <p class="small">
        {[
          say('contribution.received', {
            day: dayIn(told, one.receivedOn),
            channel: say(`channel.${one.channel as 'online'}`),
          }),
          say(`kinds.${one.contributorKind}`),
          one.clause ? say(`clause.${one.clause}`) : '',
          one.theme ?? '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {one.state === 'set-aside' ? (
        <p class="words none">
          {say('contribution.setAside', {
            reason: say(`reasonCode.${(one.reasonCode ?? 'spam') as 'spam'}`),
          })}
        </p>
      ) : (
        <Words text={one.text} told={told} />
      )}
    </>
  );
};

/** Whoever wrote it may appeal once; everybody sees that, and what became of it. */
const Appeal = ({ one, told }: { readonly one: ContributionView; readonly told: Told }): VNode | null => {
  const { say, lang } = told;
  if (one.appeal) return <p>{say(`appeal.${one.appeal}`)}</p>;
  if (one.state !== 'set-aside') return null;
  return (
    <p>
      <a href={`/${lang}/appeal/${one.id}`}>{say('appeal.title')}</a>
    </p>
  );
};

export type ContributionList = {
  readonly place: Place;
  readonly page: Page<ContributionView>;
  readonly themes: readonly string[];
  readonly commitments: readonly { readonly id: string; readonly name: string }[];
  readonly ministries: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: ContributionFilter & { readonly cursor?: string | undefined };
};

/** Every contribution of a cycle with its answer, by commitment, lead institution, theme and outcome. OGP 4.1 */
export const contributionsPage = (list: ContributionList, lang: Lang): string => {
  const { place, page, themes, commitments, ministries, chosen } = list;
  const told: Told = { lang, say: saying(lang), zone: place.forum.zone };
  const { say } = told;
  const { commitmentId, clause, theme, outcome, ministry, unanswered, cursor } = chosen;
  const asked = {
    ...{ commitment: commitmentId, ministry, theme, clause, outcome },
    answer: unanswered ? 'waiting' : undefined,
  };
  return drawPage({
    told,
    title: say('contributions.title'),
    path: `/cycles/${place.cycle.id}/contributions${queryOf({ ...asked, cursor })}`,
    crumbs: crumbsTo(place, lang, say),
    rehearsalDay: place.rehearsal ? place.today : undefined,
    children: (
      <>
        <h1>{say('contributions.title')}</h1>
        <Filters
          told={told}
          filters={[
            {
              name: 'commitment',
              label: say('filter.commitment'),
              chosen: commitmentId ?? '',
              choices: commitments.map((one) => [one.id, one.name]),
            },
            {
              name: 'ministry',
              label: say('filter.ministry'),
              chosen: ministry ?? '',
              choices: ministries.map((one) => [one.id, one.name]),
            },
            {
              name: 'theme',
              label: say('filter.theme'),
              chosen: theme ?? '',
              choices: themes.map((one) => [one, one]),
            },
            {
              name: 'clause',
              label: say('filter.clause'),
              chosen: clause ?? '',
              choices: CLAUSES.map((one) => [one, say(`clause.${one}`)]),
            },
            {
              name: 'answer',
              label: say('contribution.answer'),
              chosen: unanswered ? 'waiting' : '',
              choices: [['waiting', say('filter.answer.waiting')]],
            },
            {
              name: 'outcome',
              label: say('filter.outcome'),
              chosen: outcome ?? '',
              choices: OUTCOMES.map((one) => [one, say(`outcome.${one}`)]),
            },
          ]}
        />
        {page.items.length === 0 ? <p>{say('filter.none')}</p> : null}
        <ul class="list">
          {page.items.map((one) => (
            <li key={one.id}>
              <p class="item-title">
                <a href={`/${lang}/contributions/${one.id}`}>
                  {say('contribution.on', { number: one.commitmentNumber })}
                </a>
                : {one.commitmentTitle[lang]}
              </p>
              <Said one={one} told={told} />
              <Answer one={one} told={told} />
            </li>
          ))}
        </ul>
        <Pager next={page.next} chosen={asked} isFirst={!cursor} told={told} />
      </>
    ),
  });
};

/** One contribution with its answer and what changed because of it: also the receipt of whoever wrote it. */
export const contributionPage = (
  {
    place,
    contribution: one,
    receipt,
  }: {
    readonly place: Place;
    readonly contribution: ContributionView;
    readonly receipt: ReceiptView | undefined;
  },
  lang: Lang,
): string => {
  const told: Told = { lang, say: saying(lang), zone: place.forum.zone };
  const { say } = told;
  return drawPage({
    told,
    title: say('contribution.on', { number: one.commitmentNumber }),
    path: `/contributions/${one.id}`,
    crumbs: [
      ...crumbsTo(place, lang, say),
      { href: `/cycles/${place.cycle.id}/contributions`, name: say('contributions.title') },
    ],
    rehearsalDay: place.rehearsal ? place.today : undefined,
    children: (
      <>
        {receipt ? (
          <Receipt told={told} receipt={receipt} forumId={place.forum.id} submissionId={one.id} />
        ) : null}
        <h1>{say('contribution.on', { number: one.commitmentNumber })}</h1>
        <p class="lead">
          <a href={`/${lang}/commitments/${one.commitmentId}`}>{one.commitmentTitle[lang]}</a>{' '}
          <Tag tone={toneOf(one.state)}>{say(`state.${one.state}`)}</Tag>
        </p>
        <Said one={one} told={told} />
        <Appeal one={one} told={told} />
        {one.state === 'set-aside' ? null : <h2>{say('contribution.answer')}</h2>}
        <Answer one={one} told={told} />
      </>
    ),
  });
};
