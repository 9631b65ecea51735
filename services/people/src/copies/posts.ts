import { PostCreated, PostHandedOver } from '@madang/contracts';
import { copy } from '@madang/decider';

/** Who holds a post from a day on. */
export type PostHolder = {
  readonly postId: string;
  readonly institutionId: string;
  readonly personId: string;
  readonly fromDay: string;
  /** 1 point of contact, 2 director, 3 head; null where only a handing over was heard. */
  readonly level: number | null;
};
export type PostWriter = { readonly keepHolders: (rows: readonly PostHolder[]) => Promise<void> };

/** Who acts for an institution: whom to tell of what is new to it. */
export const postCopies = [
  copy(PostCreated, (rows: PostWriter, facts) =>
    rows.keepHolders(
      facts.map(({ data: { postId, institutionId, personId, from: fromDay, level } }) => ({
        ...{ postId, institutionId, personId, fromDay, level },
      })),
    ),
  ),
  copy(PostHandedOver, (rows: PostWriter, facts) =>
    rows.keepHolders(
      facts.map(({ data: { postId, institutionId, personId, from: fromDay } }) => ({
        ...{ postId, institutionId, personId, fromDay, level: null },
      })),
    ),
  ),
];
