import { RestoreContribution } from '@madang/contracts';
import { answers } from '@madang/decider';
import { consultation } from '../domain/consultation/evolve.ts';
import { contribution } from '../domain/contribution/evolve.ts';
import { restoreContribution as decide } from '../domain/contribution/restore-contribution.ts';
import { textRef } from '../domain/response/text.ts';
import type { ConsultationOfRows } from './ports/consultation-of-rows.ts';

export const restoreContribution = answers(RestoreContribution, {
  on: (body) => contribution.ref(body.contributionId),
  finds: async (rows: ConsultationOfRows, { contributionId }) => [
    ...(await rows.consultationsOf([contributionId])).map(consultation.ref),
    ...(await rows.textsOf([contributionId])).map(textRef),
  ],
  decide,
});
