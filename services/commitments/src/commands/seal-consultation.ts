import { SealConsultation } from '@madang/contracts';
import { answers } from '@madang/decider';
import { consultation } from '../domain/consultation/evolve.ts';
import { sealConsultation as decide } from '../domain/consultation/seal-consultation.ts';
import type { CoverageRows } from './ports/coverage-rows.ts';

export const sealConsultation = answers(SealConsultation, {
  on: (body) => consultation.ref(body.consultationId),
  looks: (rows: CoverageRows, { body }) => rows.coverageOf(body.consultationId),
  decide,
});
