import { WaiveResponse } from '@madang/contracts';
import { answers } from '@madang/decider';
import { consultation } from '../domain/consultation/evolve.ts';
import { contribution } from '../domain/contribution/evolve.ts';
import { waiveResponse as decide } from '../domain/contribution/waive-response.ts';
import type { ConsultationOfRows } from './ports/consultation-of-rows.ts';

export const waiveResponse = answers(WaiveResponse, {
  on: (body) => contribution.ref(body.contributionId),
  finds: async (rows: ConsultationOfRows, body) =>
    (await rows.consultationsOf([body.contributionId])).map(consultation.ref),
  decide,
});
