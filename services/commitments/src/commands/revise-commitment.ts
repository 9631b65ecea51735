import { ReviseCommitment } from '@madang/contracts';
import { answers } from '@madang/decider';
import { commitment } from '../domain/commitment/evolve.ts';
import { reviseCommitment as decide } from '../domain/commitment/revise-commitment.ts';
import { proposal } from '../domain/proposal/evolve.ts';
import type { DraftingRows } from './ports/drafting-rows.ts';

export const reviseCommitment = answers(ReviseCommitment, {
  on: (body) => commitment.ref(body.commitmentId),
  also: (body) => body.fromProposals.map(proposal.ref),
  looks: (rows: DraftingRows, { body }) =>
    rows.draftingLook({ cycleOf: body.commitmentId }, body.commitmentId, body.draft.number),
  decide,
});
