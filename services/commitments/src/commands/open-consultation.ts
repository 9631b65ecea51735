import { OpenConsultation } from '@madang/contracts';
import { answers } from '@madang/decider';
import { commitment } from '../domain/commitment/evolve.ts';
import { consultation } from '../domain/consultation/evolve.ts';
import { openConsultation as decide } from '../domain/consultation/open-consultation.ts';
import type { OpeningRows } from './ports/opening-rows.ts';

export const openConsultation = answers(OpenConsultation, {
  on: (body) => consultation.ref(body.consultationId),
  reads: (body) => body.commitmentIds.map(commitment.ref),
  looks: (rows: OpeningRows, { body }) => rows.openingLook(body.cycleId, body.consultationId),
  decide,
});
