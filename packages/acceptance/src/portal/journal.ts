import type { Actor } from '@madang/contracts';
import type { Said } from './answer.ts';

/** One command as it was asked and answered. */
export type Entry = {
  readonly id: string;
  readonly type: string;
  readonly actor: Actor;
  readonly body: unknown;
  readonly said: Said;
  readonly took: number;
};

/** Everything a driver asked, in the order of the answers. */
export type Journal = { readonly entries: readonly Entry[]; readonly write: (entry: Entry) => void };

export const openJournal = (): Journal => {
  const entries: Entry[] = [];
  return { entries, write: (entry) => void entries.push(entry) };
};
