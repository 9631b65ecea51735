import { CloseConsultation } from '@madang/contracts';
import { answers } from '@madang/decider';
import { closeConsultation as decide } from '../domain/consultation/close-consultation.ts';
import { consultation } from '../domain/consultation/evolve.ts';
import type { CoverageRows } from './ports/coverage-rows.ts';

export const closeConsultation = answers(CloseConsultation, {
  on: (body) => consultation.ref(body.consultationId),
  looks: (rows: CoverageRows, { body }) => rows.coverageOf(body.consultationId),
  decide,
});
