import type { VNode } from 'preact';
import type { ProposalView } from '../../queries/proposals.ts';
import { Tag, toneOf } from '../kit/parts.tsx';
import { dayIn, type Told } from '../kit/told.ts';

type Said = { readonly lang: string; readonly text: string };

/** A proposal before the form that is about it: its words, where it stands, and what an appeal for it says. */
export const ProposalContext = ({
  ground: { proposal, words, appeal },
  told,
}: {
  readonly ground: {
    readonly proposal: ProposalView;
    readonly words: readonly Said[];
    readonly appeal: Said | undefined;
  };
  readonly told: Told;
}): VNode => {
  const { say, lang } = told;
  return (
    <>
      <h2>{say('proposal.words')}</h2>
      <p class="small">
        <Tag tone={toneOf(proposal.state)}>{say(`state.${proposal.state}`)}</Tag>{' '}
        {[proposal.theme, proposal.receivedOn && dayIn(told, proposal.receivedOn)]
          .filter(Boolean)
          .join(' · ')}{' '}
        <a href={`/${lang}/proposals/${proposal.id}`}>{say('desk.public.look')}</a>
      </p>
      {words.map((one, at) => (
        <div class="words" lang={one.lang} key={at}>
          {one.text}
        </div>
      ))}
      {appeal ? (
        <>
          <h2>{say('appeal.said')}</h2>
          <div class="words" lang={appeal.lang}>
            {appeal.text}
          </div>
        </>
      ) : null}
    </>
  );
};
