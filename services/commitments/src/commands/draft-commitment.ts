import { DraftCommitment } from '@madang/contracts';
import { answers } from '@madang/decider';
import { draftCommitment as decide } from '../domain/commitment/draft-commitment.ts';
import { commitment } from '../domain/commitment/evolve.ts';
import { proposal } from '../domain/proposal/evolve.ts';
import type { DraftingRows } from './ports/drafting-rows.ts';

export const draftCommitment = answers(DraftCommitment, {
  on: (body) => commitment.ref(body.commitmentId),
  also: (body) => body.fromProposals.map(proposal.ref),
  looks: (rows: DraftingRows, { body }) =>
    rows.draftingLook({ cycleId: body.cycleId }, body.commitmentId, body.draft.number),
  decide,
});
