import type { DraftingLook } from '../../domain/commitment/drafting-look.ts';

export type DraftingRows = {
  /** The plan by its cycle, or by one of its commitments; other commitments are all but `commitmentId`. */
  readonly draftingLook: (
    of: { readonly cycleId: string } | { readonly cycleOf: string },
    commitmentId: string,
    number: number,
  ) => Promise<DraftingLook>;
};
