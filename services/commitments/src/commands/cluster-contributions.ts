import { ClusterContributions } from '@madang/contracts';
import { answers } from '@madang/decider';
import { clusterContributions as decide } from '../domain/cluster/cluster-contributions.ts';
import { cluster } from '../domain/cluster/evolve.ts';
import { consultation } from '../domain/consultation/evolve.ts';
import type { MemberRows } from './ports/member-rows.ts';

export const clusterContributions = answers(ClusterContributions, {
  on: (body) => cluster.ref(body.clusterId),
  reads: (body) => [consultation.ref(body.consultationId)],
  looks: (rows: MemberRows, { body }) => rows.membersAmong(body.contributionIds, undefined),
  decide,
});
