import { ReleaseResponses } from '@madang/contracts';
import { answers } from '@madang/decider';
import { consultation } from '../domain/consultation/evolve.ts';
import { contribution } from '../domain/contribution/evolve.ts';
import { response } from '../domain/response/evolve.ts';
import { releaseResponses as decide } from '../domain/response/release-responses.ts';
import { textRef } from '../domain/response/text.ts';
import type { ResponseMemberRows } from './ports/response-member-rows.ts';

export const releaseResponses = answers(ReleaseResponses, {
  on: (body) => consultation.ref(body.consultationId),
  also: (body) => body.responseIds.map(response.ref),
  finds: async (rows: ResponseMemberRows, { responseIds }) => [
    ...(await rows.contributionsOf(responseIds)).map(contribution.ref),
    ...(await rows.reasonsOf(responseIds)).map(textRef),
  ],
  decide,
});
