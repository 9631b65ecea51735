import { WithdrawCommitment } from '@madang/contracts';
import { answers } from '@madang/decider';
import { commitment } from '../domain/commitment/evolve.ts';
import { withdrawCommitment as decide } from '../domain/commitment/withdraw-commitment.ts';

export const withdrawCommitment = answers(WithdrawCommitment, {
  on: (body) => commitment.ref(body.commitmentId),
  decide,
});
