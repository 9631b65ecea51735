import { AdoptCommitments } from '@madang/contracts';
import { answers } from '@madang/decider';
import { adoptCommitments as decide } from '../domain/commitment/adopt-commitments.ts';
import { commitment } from '../domain/commitment/evolve.ts';
import type { PlanRows } from './ports/plan-rows.ts';

export const adoptCommitments = answers(AdoptCommitments, {
  on: (body) => commitment.ref(body.commitmentIds[0] ?? body.cycleId),
  also: (body) => body.commitmentIds.map(commitment.ref),
  looks: (rows: PlanRows, { body }) => rows.planOf(body.cycleId),
  decide,
});
