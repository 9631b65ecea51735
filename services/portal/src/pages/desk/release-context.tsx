import type { VNode } from 'preact';
import type { DraftFound } from '../../queries/desk.ts';
import { Pager, Tag, toneOf } from '../kit/parts.tsx';
import type { Told } from '../kit/told.ts';
import type { DraftShown } from './answer-desk-page.tsx';

/** How many wait, and the way to those that are not on this page. */
export const ReleaseContext = ({
  count,
  next,
  cursor,
  told,
}: {
  readonly count: number;
  readonly next: string | null;
  readonly cursor: string | undefined;
  readonly told: Told;
}): VNode => (
  <>
    <p>{told.say('desk.release.waiting', { count })}</p>
    <Pager told={told} next={next} isFirst={cursor === undefined} chosen={{}} />
  </>
);

/** Exactly what is about to be public, with its words. */
export const ReleaseCheck = ({
  drafts,
  shown,
  told,
}: {
  readonly drafts: readonly DraftFound[];
  readonly shown: readonly DraftShown[];
  readonly told: Told;
}): VNode => {
  const { say } = told;
  const covers = drafts.reduce((sum, one) => sum + one.covers, 0);
  return (
    <>
      <h2>{say('desk.release.these', { count: drafts.length, covers })}</h2>
      <ul class="list">
        {shown.map((one) => (
          <li key={one.id}>
            <p>
              <Tag tone={toneOf(one.outcome)}>{say(`outcome.${one.outcome}`)}</Tag>{' '}
              {one.theme ?? say('desk.answer.one')} · {say('desk.release.covers', { count: one.covers })}
            </p>
            <div class="words" lang={one.lang}>
              {one.words}
            </div>
          </li>
        ))}
      </ul>
      {drafts.length > shown.length ? (
        <p>{say('desk.release.more', { count: drafts.length - shown.length })}</p>
      ) : null}
    </>
  );
};
