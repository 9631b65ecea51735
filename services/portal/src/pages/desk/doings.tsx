import type { VNode } from 'preact';
import type { Told } from '../kit/told.ts';
import type { Key } from '../messages/say.ts';

export type Doing = readonly [address: string, name: Key];

/** What can be done here, each with the way to its form. */
export const Doings = ({ list, told }: { readonly list: readonly Doing[]; readonly told: Told }): VNode => (
  <ul class="doings">
    {list.map(([address, name]) => (
      <li key={address}>
        <a href={`/${told.lang}${address}`}>{told.say(name)}</a>
      </li>
    ))}
  </ul>
);

/** That what was just sent is recorded. */
export const Done = ({ isDone, told }: { readonly isDone: boolean; readonly told: Told }): VNode | null =>
  isDone ? (
    <p class="box" role="status">
      {told.say('desk.done')}
    </p>
  ) : null;
