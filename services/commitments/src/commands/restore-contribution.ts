import { RestoreContribution } from '@madang/contracts';
import { answers } from '@madang/decider';
import { consultation } from '../domain/consultation/evolve.ts';
import { contribution } from '../domain/contribution/evolve.ts';
import { restoreContribution as decide } from '../domain/contribution/restore-contribution.ts';
import type { ConsultationOfRows } from './ports/consultation-of-rows.ts';

export const restoreContribution = answers(RestoreContribution, {
  on: (body) => contribution.ref(body.contributionId),
  finds: async (rows: ConsultationOfRows, body) =>
    (await rows.consultationsOf([body.contributionId])).map(consultation.ref),
  decide,
});
