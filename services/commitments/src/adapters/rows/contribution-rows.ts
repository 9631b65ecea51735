import type { Db } from '@madang/record';
import type { ConsultationOfRows } from '../../commands/ports/consultation-of-rows.ts';
import type { MemberRows } from '../../commands/ports/member-rows.ts';
import type { Member } from '../../domain/contribution/member.ts';
import type { ContributionRows } from '../../projections/contributions.ts';
import { bulk } from '../bulk.ts';

export const contributionRows = (db: Db): ContributionRows & ConsultationOfRows & MemberRows => ({
  addContributions: (contributions) =>
    bulk(
      db,
      `INSERT INTO contribution
       SELECT r."contributionId", r."forumId", r."consultationId", r."commitmentId", r."contributorId", r."textId", 'accepted', NULL, NULL, NULL
       FROM jsonb_to_recordset($1::jsonb)
       AS r("contributionId" uuid, "forumId" uuid, "consultationId" uuid, "commitmentId" uuid, "contributorId" uuid, "textId" uuid)`,
      contributions,
    ),
  setContributionStates: async (contributionIds, state) => {
    await db.$executeRawUnsafe(
      'UPDATE contribution SET state = $2 WHERE contribution_id = ANY($1::uuid[])',
      contributionIds,
      state,
    );
  },
  setAppeals: async (contributionIds, appeal) => {
    await db.$executeRawUnsafe(
      'UPDATE contribution SET appeal = $2 WHERE contribution_id = ANY($1::uuid[])',
      contributionIds,
      appeal,
    );
  },
  setAnswers: (answers) =>
    bulk(
      db,
      `UPDATE contribution c SET state = 'answered', response_id = r."responseId", outcome = r.outcome
       FROM jsonb_to_recordset($1::jsonb) AS r("contributionId" uuid, "responseId" uuid, outcome text) WHERE c.contribution_id = r."contributionId"`,
      answers,
    ),
  addErased: async (contributorIds) => {
    await db.$executeRawUnsafe(
      'INSERT INTO erased_contributor SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING',
      contributorIds,
    );
  },
  consultationsOf: async (contributionIds) => {
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(
      'SELECT DISTINCT consultation_id AS id FROM contribution WHERE contribution_id = ANY($1::uuid[])',
      contributionIds,
    );
    return rows.map((row) => row.id);
  },
  textsOf: async (contributionIds) => {
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(
      'SELECT text_id AS id FROM contribution WHERE contribution_id = ANY($1::uuid[])',
      contributionIds,
    );
    return rows.map((row) => row.id);
  },
  membersAmong: (contributionIds, clusterId) =>
    db.$queryRawUnsafe<Member[]>(
      `SELECT c.contribution_id AS "contributionId", c.consultation_id AS "consultationId", c.state AS status, m.lead_institution_id AS "leadInstitutionId"
       FROM contribution c JOIN commitment m ON m.commitment_id = c.commitment_id
       WHERE c.contribution_id IN (SELECT unnest($1::uuid[]) UNION SELECT contribution_id FROM cluster_member WHERE cluster_id = $2::uuid)`,
      contributionIds,
      clusterId ?? null,
    ),
});
