import { LinkCommitment } from '@madang/contracts';
import { answers } from '@madang/decider';
import { commitment } from '../domain/commitment/evolve.ts';
import { linkCommitment as decide } from '../domain/commitment/link-commitment.ts';

export const linkCommitment = answers(LinkCommitment, {
  on: (body) => commitment.ref(body.commitmentId),
  reads: (body) => [commitment.ref(body.nationalCommitmentId)],
  readsAcross: true,
  decide,
});
