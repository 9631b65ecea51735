import type { Db } from '@madang/record';
import type { ResponseMemberRows } from '../../commands/ports/response-member-rows.ts';
import type { ResponseRows } from '../../projections/responses.ts';
import { bulk, lastPer } from '../bulk.ts';

export const responseRows = (db: Db): ResponseRows & ResponseMemberRows => ({
  putDrafts: async (drafts) => {
    const last = lastPer(drafts, (one) => one.responseId);
    await bulk(
      db,
      `INSERT INTO response
       SELECT r."responseId", r."consultationId", (r.reason->>'textId')::uuid, ARRAY(SELECT jsonb_array_elements_text(r."changedCommitmentIds")::uuid), 'drafted'
       FROM jsonb_to_recordset($1::jsonb) AS r("responseId" uuid, "consultationId" uuid, reason jsonb, "changedCommitmentIds" jsonb)
       ON CONFLICT (response_id) DO UPDATE SET reason_text_id = EXCLUDED.reason_text_id, changed_commitment_ids = EXCLUDED.changed_commitment_ids`,
      last,
    );
    await db.$executeRawUnsafe(
      'DELETE FROM response_member WHERE response_id = ANY($1::uuid[])',
      last.map((one) => one.responseId),
    );
    await bulk(
      db,
      `INSERT INTO response_member SELECT r."responseId", m.id::uuid
       FROM jsonb_to_recordset($1::jsonb) AS r("responseId" uuid, "contributionIds" jsonb), jsonb_array_elements_text(r."contributionIds") AS m(id)`,
      last,
    );
  },
  publishResponses: async (responseIds) => {
    await db.$executeRawUnsafe(
      `UPDATE response SET state = 'published' WHERE response_id = ANY($1::uuid[])`,
      responseIds,
    );
  },
  reasonsOf: async (responseIds) => {
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(
      'SELECT reason_text_id AS id FROM response WHERE response_id = ANY($1::uuid[]) ORDER BY 1',
      responseIds,
    );
    return rows.map((row) => row.id);
  },
  contributionsOf: async (responseIds) => {
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(
      'SELECT DISTINCT contribution_id AS id FROM response_member WHERE response_id = ANY($1::uuid[]) ORDER BY 1',
      responseIds,
    );
    return rows.map((row) => row.id);
  },
});
