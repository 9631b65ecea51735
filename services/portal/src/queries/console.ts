import type { Name } from '../domain/name-on.ts';

/** A forum as the console shows it. */
export type ForumNamed = {
  readonly id: string;
  readonly name: Name;
  readonly zone: string;
  readonly rehearsal: boolean;
};
/** What the operator's console asks of the read model. */
export type ConsoleRows = {
  /** Forums of the public before rehearsals, the newest first. */
  readonly forums: () => Promise<readonly ForumNamed[]>;
  /** Open duties that are late, by id from after the cursor on. */
  readonly lateDuties: (
    forumId: string | undefined,
    cursor: string | undefined,
    take: number,
  ) => Promise<{ readonly ids: readonly string[]; readonly next: string | null }>;
  /** Which of these duties are open and late. */
  readonly lateAmong: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Names of institutions as they are called last. */
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, Name>>;
};
