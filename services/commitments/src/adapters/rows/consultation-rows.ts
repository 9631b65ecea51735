import type { Db } from '@madang/record';
import type { CoverageRows } from '../../commands/ports/coverage-rows.ts';
import type { OpeningRows } from '../../commands/ports/opening-rows.ts';
import type { Coverage } from '../../domain/consultation/coverage.ts';
import type { ConsultationRows } from '../../projections/consultations.ts';
import { bulk, lastPer } from '../bulk.ts';
import { planRows } from './plan-rows.ts';

const COVERAGE = `
  SELECT count(*) FILTER (WHERE state <> 'set-aside')::int AS accepted, count(*) FILTER (WHERE state = 'set-aside')::int AS "setAside",
    count(*) FILTER (WHERE state = 'set-aside' AND appeal = 'open')::int AS appeals,
    count(*) FILTER (WHERE state = 'answered')::int AS answered, count(*) FILTER (WHERE state = 'waived')::int AS waived,
    (SELECT count(DISTINCT m.contribution_id)::int FROM response r JOIN response_member m USING (response_id) JOIN contribution d USING (contribution_id)
     WHERE r.consultation_id = $1::uuid AND r.state = 'drafted' AND d.state = 'accepted') AS drafted
  FROM contribution WHERE consultation_id = $1::uuid`;

export const consultationRows = (db: Db): ConsultationRows & CoverageRows & OpeningRows => ({
  putConsultations: (consultations) =>
    bulk(
      db,
      `INSERT INTO consultation
       SELECT r."consultationId", r."forumId", r."cycleId", ARRAY(SELECT jsonb_array_elements_text(r."commitmentIds")::uuid), r."closesAt", 'open'
       FROM jsonb_to_recordset($1::jsonb) AS r("consultationId" uuid, "forumId" uuid, "cycleId" uuid, "commitmentIds" jsonb, "closesAt" text)
       ON CONFLICT (consultation_id) DO UPDATE SET commitment_ids = EXCLUDED.commitment_ids, closes_at = EXCLUDED.closes_at`,
      lastPer(consultations, (one) => one.consultationId),
    ),
  setConsultationStates: async (consultationIds, state) => {
    await db.$executeRawUnsafe(
      'UPDATE consultation SET state = $2 WHERE consultation_id = ANY($1::uuid[])',
      consultationIds,
      state,
    );
  },
  addClusters: (clusters) =>
    bulk(
      db,
      `INSERT INTO cluster_member SELECT r."clusterId", m.id::uuid
       FROM jsonb_to_recordset($1::jsonb) AS r("clusterId" uuid, "contributionIds" jsonb), jsonb_array_elements_text(r."contributionIds") AS m(id)`,
      clusters,
    ),
  coverageOf: async (consultationId) => {
    const [row] = await db.$queryRawUnsafe<Coverage[]>(COVERAGE, consultationId);
    return row ?? { accepted: 0, setAside: 0, answered: 0, waived: 0, drafted: 0, appeals: 0 };
  },
  openingLook: async (cycleId, consultationId) => {
    const [other] = await db.$queryRawUnsafe<{ id: string }[]>(
      'SELECT consultation_id AS id FROM consultation WHERE cycle_id = $1::uuid AND consultation_id <> $2::uuid LIMIT 1',
      cycleId,
      consultationId,
    );
    return { plan: await planRows(db).planOf(cycleId), otherId: other?.id };
  },
});
