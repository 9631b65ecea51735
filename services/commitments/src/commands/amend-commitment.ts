import { AmendCommitment } from '@madang/contracts';
import { answers } from '@madang/decider';
import { amendCommitment as decide } from '../domain/commitment/amend-commitment.ts';
import { commitment } from '../domain/commitment/evolve.ts';
import type { DraftingRows } from './ports/drafting-rows.ts';

export const amendCommitment = answers(AmendCommitment, {
  on: (body) => commitment.ref(body.commitmentId),
  looks: (rows: DraftingRows, { body }) =>
    rows.draftingLook({ cycleOf: body.commitmentId }, body.commitmentId, body.draft.number),
  decide,
});
