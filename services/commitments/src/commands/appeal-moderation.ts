import { AppealModeration } from '@madang/contracts';
import { answers } from '@madang/decider';
import { consultation } from '../domain/consultation/evolve.ts';
import { appealModeration as decide } from '../domain/contribution/appeal-moderation.ts';
import { contribution } from '../domain/contribution/evolve.ts';
import { textRef } from '../domain/response/text.ts';
import type { ConsultationOfRows } from './ports/consultation-of-rows.ts';

export const appealModeration = answers(AppealModeration, {
  on: (body) => contribution.ref(body.contributionId),
  finds: async (rows: ConsultationOfRows, { contributionId }) => [
    ...(await rows.consultationsOf([contributionId])).map(consultation.ref),
    ...(await rows.textsOf([contributionId])).map(textRef),
  ],
  sealsUnder: (body) => body.contributorId,
  decide,
});
