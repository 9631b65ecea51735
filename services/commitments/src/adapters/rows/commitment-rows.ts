import type { Db } from '@madang/record';
import type { CommitmentRows } from '../../projections/commitments.ts';
import { bulk, lastPer } from '../bulk.ts';

export const commitmentRows = (db: Db): CommitmentRows => ({
  addVersions: async (versions) => {
    await bulk(
      db,
      `INSERT INTO commitment_version SELECT r."commitmentId", r.version, r.at, r."reasonTextId", r.draft
       FROM jsonb_to_recordset($1::jsonb) AS r("commitmentId" uuid, version int, at text, "reasonTextId" uuid, draft jsonb)`,
      versions,
    );
    await bulk(
      db,
      `INSERT INTO commitment SELECT r."commitmentId", r."forumId", r."cycleId", (r.draft->>'number')::int, 'draft', r.version, (r.draft->>'leadInstitutionId')::uuid, NULL
       FROM jsonb_to_recordset($1::jsonb) AS r("commitmentId" uuid, "forumId" uuid, "cycleId" uuid, version int, draft jsonb)
       ON CONFLICT (commitment_id) DO UPDATE
       SET number = EXCLUDED.number, version = EXCLUDED.version, lead_institution_id = EXCLUDED.lead_institution_id`,
      lastPer(versions, (one) => one.commitmentId),
    );
  },
  setStates: async (commitmentIds, state) => {
    await db.$executeRawUnsafe(
      'UPDATE commitment SET state = $2 WHERE commitment_id = ANY($1::uuid[])',
      commitmentIds,
      state,
    );
  },
  link: (links) =>
    bulk(
      db,
      `UPDATE commitment c SET national_commitment_id = r."nationalCommitmentId"
       FROM jsonb_to_recordset($1::jsonb) AS r("commitmentId" uuid, "nationalCommitmentId" uuid) WHERE c.commitment_id = r."commitmentId"`,
      lastPer(links, (one) => one.commitmentId),
    ),
  putReports: (reports) =>
    bulk(
      db,
      `INSERT INTO progress_report SELECT r."windowId", r."commitmentId", r."milestoneId", r.completion, r."progressTextId", r."on", r.sequence
       FROM jsonb_to_recordset($1::jsonb)
       AS r("windowId" uuid, "commitmentId" uuid, "milestoneId" uuid, completion text, "progressTextId" uuid, "on" text, sequence bigint)
       ON CONFLICT (window_id, commitment_id, milestone_id) DO UPDATE
       SET completion = EXCLUDED.completion, progress_text_id = EXCLUDED.progress_text_id, on_day = EXCLUDED.on_day, sequence = EXCLUDED.sequence`,
      lastPer(reports, (one) => `${one.windowId}/${one.commitmentId}/${one.milestoneId}`),
    ),
});
