import type { Sector } from '@madang/contracts';
import { type Name, type NamedFrom, nameOn } from '../domain/name-on.ts';
import type { SeatFound } from './forum.ts';

type InstitutionFound = {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly fromDay: string;
  readonly succeededOn: string | null;
  readonly obligationsTo: string | null;
};
export type PostFound = {
  readonly id: string;
  readonly institutionId: string;
  readonly title: Name;
  readonly level: number;
  /** The day from which whoever holds it now has it. */
  readonly heldFrom: string;
};
/** Somebody in a working group, by a pseudonymous id. */
export type GroupMemberFound = {
  readonly groupId: string;
  readonly personId: string;
  readonly seatId: string | null;
  readonly sector: Sector;
};
export type TableRows = {
  readonly nationalForums: (take: number) => Promise<readonly { readonly id: string; readonly name: Name }[]>;
  readonly seatsHeld: (forumId: string, take: number) => Promise<readonly SeatFound[]>;
  readonly membersOf: (forumId: string, take: number) => Promise<readonly GroupMemberFound[]>;
  readonly institutionsOf: (forumId: string, take: number) => Promise<readonly InstitutionFound[]>;
  readonly postsOf: (institutionIds: readonly string[]) => Promise<readonly PostFound[]>;
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly NamedFrom[]>>;
};
export type InstitutionOffice = InstitutionFound & {
  readonly name: Name;
  /** Every name it had, with the day from which it is called so. */
  readonly names: readonly NamedFrom[];
  readonly posts: readonly PostFound[];
};
/** The table of a forum as its secretariat keeps it: seats held, to come and left, groups, institutions and their posts. */
export type Table = {
  readonly seats: readonly SeatFound[];
  readonly members: readonly GroupMemberFound[];
  readonly institutions: readonly InstitutionOffice[];
};

const MANY = 1000;

/** Everything a forum's table is made of. `today`: the forum's, by which institutions are named. */
export const table = async (rows: TableRows, forumId: string, today: string): Promise<Table> => {
  const found = await rows.institutionsOf(forumId, MANY);
  const ids = found.map((one) => one.id);
  const [posts, named] = [await rows.postsOf(ids), await rows.namesOf(ids)];
  return {
    seats: await rows.seatsHeld(forumId, MANY),
    members: await rows.membersOf(forumId, MANY),
    institutions: found.map((one) => {
      const names = named.get(one.id) ?? [];
      return {
        ...{ ...one, names, posts: posts.filter((post) => post.institutionId === one.id) },
        name: nameOn(names, today) ?? names[0]?.name ?? { ko: one.code, en: one.code },
      };
    }),
  };
};
