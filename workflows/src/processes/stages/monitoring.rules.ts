import type { Monitoring, Window } from '../../activities/index.ts';
import type { Instant } from '../course/words.ts';

/** Something that is done at an instant while a plan is carried out. */
export type Turn =
  | { readonly does: 'open-window' | 'close-window'; readonly at: Instant; readonly window: Window }
  | { readonly does: 'assess' | 'close-cycle'; readonly at: Instant };

export const nameOf = (turn: Turn): string =>
  'window' in turn ? `${turn.does}/${turn.window.number}` : turn.does;

/**
 * What is done and when, in its order: each window opens and closes, the plan is assessed when its time is over, and the
 * cycle is closed when nobody is awaited any more.
 */
export const turnsOf = ({ windows, endsAt }: Monitoring, closesAt: Instant): readonly Turn[] => {
  const turns: Turn[] = windows.flatMap((window): Turn[] => [
    { does: 'open-window', at: window.opensAt, window },
    { does: 'close-window', at: window.closesAt, window },
  ]);
  turns.push({ does: 'assess', at: closesAt }, { does: 'close-cycle', at: endsAt });
  return turns.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
};

/** The first turn that has not been taken. */
export const nextTurn = (turns: readonly Turn[], taken: ReadonlySet<string>): Turn | undefined =>
  turns.find((turn) => !taken.has(nameOf(turn)));
