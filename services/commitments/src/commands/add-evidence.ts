import { AddEvidence } from '@madang/contracts';
import { answers } from '@madang/decider';
import { addEvidence as decide } from '../domain/commitment/add-evidence.ts';
import { commitment } from '../domain/commitment/evolve.ts';
import type { DutyRows } from './ports/duty-rows.ts';
import type { PlanRows } from './ports/plan-rows.ts';

export const addEvidence = answers(AddEvidence, {
  on: (body) => commitment.ref(body.commitmentId),
  looks: async (rows: PlanRows & DutyRows, { body, actor }) => ({
    plan: await rows.planOfCommitment(body.commitmentId),
    answersFor: await rows.answersFor(actor.institutionId, body.commitmentId),
  }),
  decide,
});
