import {
  type DataOf,
  InstitutionRegistered,
  InstitutionRenamed,
  InstitutionSucceeded,
  PostCreated,
  PostHandedOver,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

type Registered = DataOf<typeof InstitutionRegistered>;
type Held = { readonly personId: string; readonly from: string };
export type Post = {
  readonly postId: string;
  readonly title: Registered['name'];
  readonly level: 1 | 2 | 3;
  readonly holders: readonly Held[];
};
export type Institution = Omit<Registered, 'name' | 'from'> & {
  readonly names: readonly { readonly name: Registered['name']; readonly from: string }[];
  readonly posts: Readonly<Record<string, Post>>;
  readonly succeeded: {
    readonly by: readonly string[];
    readonly obligationsTo: string;
    readonly on: string;
  } | null;
};

const evolve = (state: Institution | undefined, event: DomainEvent): Institution => {
  if (event.type === InstitutionRegistered.type) {
    const { name, from, ...rest } = event.data as Registered;
    return { ...rest, names: [{ name, from }], posts: {}, succeeded: null };
  }
  if (!state) throw new Error(`${event.type} before the institution was registered`);
  switch (event.type) {
    case InstitutionRenamed.type: {
      const { name, from } = event.data as DataOf<typeof InstitutionRenamed>;
      return { ...state, names: [...state.names, { name, from }] };
    }
    case PostCreated.type: {
      const { postId, title, level, personId, from } = event.data as DataOf<typeof PostCreated>;
      return {
        ...state,
        posts: { ...state.posts, [postId]: { postId, title, level, holders: [{ personId, from }] } },
      };
    }
    case PostHandedOver.type: {
      const { postId, personId, from } = event.data as DataOf<typeof PostHandedOver>;
      const post = state.posts[postId];
      return post
        ? {
            ...state,
            posts: { ...state.posts, [postId]: { ...post, holders: [...post.holders, { personId, from }] } },
          }
        : state;
    }
    case InstitutionSucceeded.type: {
      const { successorIds, obligationsTo, on } = event.data as DataOf<typeof InstitutionSucceeded>;
      return { ...state, succeeded: { by: successorIds, obligationsTo, on } };
    }
    default:
      return state;
  }
};

export const institution = aggregate<Institution>('institution', evolve);

/** Who holds a post on a day: the last who took it over by then. */
export const holderOn = (post: Post, day: string): string | undefined =>
  post.holders.filter((one) => one.from <= day).at(-1)?.personId;

/** Everybody who holds a post of a level on a day, in the order of the posts. */
export const peopleAt = (state: Institution | undefined, level: 1 | 2 | 3, day: string): readonly string[] =>
  Object.values(state?.posts ?? {})
    .filter((post) => post.level === level)
    .flatMap((post) => holderOn(post, day) ?? []);

/** The name in force on a day. */
export const nameOn = (state: Institution, day: string): Registered['name'] =>
  (state.names.filter((one) => one.from <= day).at(-1) ?? state.names[0])?.name ?? { ko: '', en: '' };
