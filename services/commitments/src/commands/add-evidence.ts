import { AddEvidence } from '@madang/contracts';
import { answers } from '@madang/decider';
import { addEvidence as decide } from '../domain/commitment/add-evidence.ts';
import { commitment } from '../domain/commitment/evolve.ts';
import type { PlanRows } from './ports/plan-rows.ts';

export const addEvidence = answers(AddEvidence, {
  on: (body) => commitment.ref(body.commitmentId),
  looks: (rows: PlanRows, { body }) => rows.planOfCommitment(body.commitmentId),
  decide,
});
