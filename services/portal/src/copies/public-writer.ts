import type { Name } from '../domain/name-on.ts';
import type { PublicRows, PublicTable } from './public-rows.ts';

type Where<R> = { readonly [C in keyof R]?: R[C] | { readonly in: readonly R[C][] } };

/** Where copies write. Adding a row that is there already changes nothing, so a rebuild may meet its own traces. */
export type PublicWriter = {
  readonly add: <T extends PublicTable>(table: T, rows: readonly PublicRows[T][]) => Promise<void>;
  readonly change: <T extends PublicTable>(
    table: T,
    where: Where<PublicRows[T]>,
    to: Partial<PublicRows[T]>,
  ) => Promise<void>;
  readonly drop: <T extends PublicTable>(table: T, where: Where<PublicRows[T]>) => Promise<void>;
  /** Mandates of a seat that last longer end on a day. */
  readonly endTerms: (
    seat: Pick<PublicRows['seatTerm'], 'forumId' | 'seatId'>,
    on: string,
    how: Pick<PublicRows['seatTerm'], 'ended' | 'reasonCode'>,
  ) => Promise<void>;
  readonly countPeople: (groupId: string, by: 1 | -1) => Promise<void>;
  readonly textsOf: (contributorId: string) => Promise<readonly string[]>;
  readonly addNames: (rows: readonly NameWords[]) => Promise<void>;
};

/** An official name as it is searched; a later name of the same takes its place. */
export type NameWords = {
  readonly kind: 'forum' | 'cycle' | 'commitment' | 'institution';
  readonly id: string;
  readonly forumId: string | null;
  readonly name: Name;
};
