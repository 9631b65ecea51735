import { DraftResponse } from '@madang/contracts';
import { answers } from '@madang/decider';
import { cluster } from '../domain/cluster/evolve.ts';
import { commitment } from '../domain/commitment/evolve.ts';
import { consultation } from '../domain/consultation/evolve.ts';
import { draftResponse as decide } from '../domain/response/draft-response.ts';
import { response } from '../domain/response/evolve.ts';
import type { MemberRows } from './ports/member-rows.ts';

export const draftResponse = answers(DraftResponse, {
  on: (body) => response.ref(body.responseId),
  reads: (body) => [
    consultation.ref(body.consultationId),
    ...(body.clusterId ? [cluster.ref(body.clusterId)] : []),
    ...body.changedCommitmentIds.map(commitment.ref),
  ],
  looks: (rows: MemberRows, { body }) => rows.membersAmong(body.contributionIds, body.clusterId),
  decide,
});
