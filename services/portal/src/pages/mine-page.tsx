import type { VNode } from 'preact';
import type { ContributionView } from '../queries/contributions.ts';
import type { ProposalView } from '../queries/proposals.ts';
import { Pager, Tag, toneOf } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import type { Told } from './kit/told.ts';
import { firstWords, langOf } from './kit/words.tsx';
import { type Lang, saying } from './messages/say.ts';

/** What somebody handed in, as the site shows it; `coming` while the site has not heard of it. */
export type Handed =
  | { readonly kind: 'proposal'; readonly id: string; readonly shown: ProposalView | undefined }
  | { readonly kind: 'contribution'; readonly id: string; readonly shown: ContributionView | undefined };
export type MineView = {
  readonly handed: readonly Handed[];
  readonly next: string | null;
  readonly isFirst: boolean;
};

const wordsOf = ({ kind, shown }: Handed, told: Told): VNode | string => {
  if (shown?.state === 'set-aside' || !shown)
    return told.say(kind === 'proposal' ? 'proposal.title' : 'mine.opinion');
  const text = 'title' in shown ? shown.title : shown.text;
  return <span lang={langOf(text)}>{firstWords(text, told, 120)}</span>;
};

const One = ({ one, told }: { readonly one: Handed; readonly told: Told }): VNode => {
  const { say, lang } = told;
  const { shown } = one;
  return (
    <li>
      <p class="item-title">
        <a href={`/${lang}/${one.kind}s/${one.id}`}>{wordsOf(one, told)}</a>{' '}
        {shown ? (
          <Tag tone={toneOf(shown.state)}>{say(`state.${shown.state}`)}</Tag>
        ) : (
          <Tag>{say('mine.coming')}</Tag>
        )}
      </p>
      {one.kind === 'contribution' && one.shown ? (
        <p class="small">
          {say('contribution.on', { number: one.shown.commitmentNumber })}: {one.shown.commitmentTitle[lang]}
        </p>
      ) : null}
    </li>
  );
};

/** Everything somebody proposed and said, with what became of each. */
export const minePage = (view: MineView, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: 'UTC' };
  const { say } = told;
  return drawPage({
    told,
    title: say('mine.title'),
    path: '/mine',
    crumbs: [{ href: '', name: say('nav.home') }],
    children: (
      <>
        <h1>{say('mine.title')}</h1>
        <p class="small">{say('mine.about')}</p>
        {view.handed.length === 0 ? <p>{say('mine.none')}</p> : null}
        <ul class="list">
          {view.handed.map((one) => (
            <One key={one.id} one={one} told={told} />
          ))}
        </ul>
        <Pager next={view.next} chosen={{}} isFirst={view.isFirst} told={told} />
        <p>
          <a href={`/${lang}/mine/erase`}>{say('erase.title')}</a>
        </p>
      </>
    ),
  });
};
