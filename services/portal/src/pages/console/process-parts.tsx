import type { VNode } from 'preact';
import { Tag } from '../kit/parts.tsx';
import { type Told, timeIn } from '../kit/told.ts';
import { sayAct, sayPlace } from './say-place.ts';
import type { SeenProcess } from './seen-process.ts';

type Props = { readonly one: SeenProcess; readonly told: Told };
const MOST_NAMES = 5;

/** The stage of a process, and what is wrong with it. */
export const Marks = ({ one, told }: Props): VNode => {
  const { say } = told;
  const { stage } = sayPlace(told, one);
  return (
    <>
      {stage ? <Tag>{stage}</Tag> : null}{' '}
      {one.isOverdue ? <Tag tone="warn">{say('awaited.overdue')}</Tag> : null}{' '}
      {one.trouble ? <Tag tone="bad">{say('console.stuck')}</Tag> : null}
    </>
  );
};

/** Why somebody must look at a process, since when, and how often it was tried. */
export const Why = ({ one, told }: Props): VNode | null => {
  const { say } = told;
  const { trouble } = one;
  if (!trouble) return null;
  const more = [
    ...(trouble.ended ? [say(`trouble.ended.${trouble.ended}`)] : []),
    ...(trouble.since ? [say('console.since', { when: timeIn(told, trouble.since) })] : []),
    ...(trouble.attempts ? [say('console.tries', { count: trouble.attempts })] : []),
  ];
  return (
    <p class="bad">
      {say(`trouble.${trouble.code}`)}
      {more.length > 0 ? ` (${more.join(', ')})` : ''}
    </p>
  );
};

/** What a process waits for, and which institutions. */
export const WaitsFor = ({ one, told }: Props): VNode => {
  const { awaitedNames } = one;
  const names = awaitedNames.slice(0, MOST_NAMES).map((name) => name[told.lang]);
  const more = awaitedNames.length - names.length;
  return (
    <>
      {sayPlace(told, one).waitingFor || '–'}
      {names.length > 0 ? (
        <small class="names">{` ${names.join(', ')}${more > 0 ? ` +${more}` : ''}`}</small>
      ) : null}
    </>
  );
};

/** The last act of a person, and when. */
export const LastAct = ({ one: { lastHumanAct }, told }: Props): VNode | null =>
  lastHumanAct ? (
    <>
      {sayAct(told, lastHumanAct.type)} <small>{timeIn(told, lastHumanAct.at)}</small>
    </>
  ) : null;
