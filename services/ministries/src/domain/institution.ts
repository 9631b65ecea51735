import {
  type DataOf,
  InstitutionRegistered,
  InstitutionRenamed,
  InstitutionSucceeded,
  PostCreated,
  PostHandedOver,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

type Name = DataOf<typeof InstitutionRegistered>['name'];
type Holder = { readonly personId: string; readonly from: string };
export type Post = {
  readonly postId: string;
  readonly title: Name;
  readonly level: 1 | 2 | 3;
  /** By the day they began, the first one first. */
  readonly holders: readonly Holder[];
};
export type Institution = {
  readonly forumId: string;
  readonly code: string;
  readonly from: string;
  /** By the day they began to hold, the first one first. */
  readonly names: readonly { readonly name: Name; readonly from: string }[];
  readonly posts: readonly Post[];
  readonly succession: {
    readonly successorIds: readonly string[];
    readonly obligationsTo: string;
    readonly on: string;
  } | null;
};

/** Dated entries with one more; an entry of the same day is replaced. */
const dated = <T extends { readonly from: string }>(entries: readonly T[], entry: T): readonly T[] =>
  [...entries.filter((one) => one.from !== entry.from), entry].toSorted((a, b) => (a.from < b.from ? -1 : 1));

const evolve = (state: Institution | undefined, event: DomainEvent): Institution => {
  if (event.type === InstitutionRegistered.type) {
    const { forumId, code, name, from } = event.data as DataOf<typeof InstitutionRegistered>;
    return { forumId, code, from, names: [{ name, from }], posts: [], succession: null };
  }
  if (!state) throw new Error(`${event.type} before the institution was registered`);
  switch (event.type) {
    case InstitutionRenamed.type: {
      const { name, from } = event.data as DataOf<typeof InstitutionRenamed>;
      return { ...state, names: dated(state.names, { name, from }) };
    }
    case InstitutionSucceeded.type: {
      const { successorIds, obligationsTo, on } = event.data as DataOf<typeof InstitutionSucceeded>;
      return { ...state, succession: { successorIds, obligationsTo, on } };
    }
    case PostCreated.type: {
      const { postId, title, level, personId, from } = event.data as DataOf<typeof PostCreated>;
      return { ...state, posts: [...state.posts, { postId, title, level, holders: [{ personId, from }] }] };
    }
    case PostHandedOver.type: {
      const { postId, personId, from } = event.data as DataOf<typeof PostHandedOver>;
      return {
        ...state,
        posts: state.posts.map((post) =>
          post.postId === postId ? { ...post, holders: dated(post.holders, { personId, from }) } : post,
        ),
      };
    }
    default:
      return state;
  }
};

export const institution = aggregate<Institution>('institution', evolve);

/** The entry that holds on a day. */
export const holdingOn = <T extends { readonly from: string }>(
  entries: readonly T[],
  day: string,
): T | undefined => entries.findLast((one) => one.from <= day);

/** Who is told at a level: holders of its posts on the day; without any, those of the nearest level, the lower one first. */
export const personsAt = (of: Institution | undefined, level: 1 | 2 | 3, day: string): readonly string[] => {
  const held = (of?.posts ?? []).flatMap((post) => {
    const holder = holdingOn(post.holders, day);
    return holder
      ? [{ away: Math.abs(post.level - level), level: post.level, personId: holder.personId }]
      : [];
  });
  const [nearest] = held.toSorted((a, b) => a.away - b.away || a.level - b.level);
  return [...new Set(held.filter((one) => one.level === nearest?.level).map((one) => one.personId))];
};
