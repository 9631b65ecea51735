import type { Db } from '@madang/record';
import type { ContributorRows } from '../../commands/ports/contributor-rows.ts';
import type { ImportRows } from '../../commands/ports/import-rows.ts';
import type { ImportWriter } from '../../projections/imports.ts';
import type { PreviewRows } from '../../queries/import-preview.ts';
import { bulk } from '../bulk.ts';

type Preview = NonNullable<Awaited<ReturnType<PreviewRows['previewOf']>>>;

/** Rows as they were staged, from the parts they were staged in. */
const STAGED = `SELECT r FROM aggregate a, jsonb_array_elements((a.state->'contributions') || (a.state->'proposals')) AS r
  WHERE a.type = 'import-chunk'`;
/** Rows that a preview names as being there twice. */
const TWICE = 200;

export const importRows = (db: Db): ImportWriter & ImportRows & ContributorRows & PreviewRows => ({
  growImport: async ({ importId, forumId, kind, ofId, chunkId, rows }) => {
    await db.$executeRawUnsafe(
      `INSERT INTO import_batch AS b VALUES ($1::uuid, $2::uuid, $3, $4::uuid, 'staged', $6::int, ARRAY[$5::uuid])
       ON CONFLICT (import_id) DO UPDATE SET rows = b.rows + EXCLUDED.rows, chunk_ids = b.chunk_ids || EXCLUDED.chunk_ids`,
      ...[importId, forumId, kind, ofId, chunkId, rows],
    );
  },
  setImport: async (importId, state) => {
    await db.$executeRawUnsafe(
      'UPDATE import_batch SET state = $2 WHERE import_id = $1::uuid',
      importId,
      state,
    );
  },
  addStaged: (rows) =>
    bulk(
      db,
      `INSERT INTO import_row SELECT r."chunkId", r."thingId", r."importId", r.place, ARRAY(SELECT jsonb_array_elements_text(r."textIds")::uuid)
       FROM jsonb_to_recordset($1::jsonb) AS r("importId" uuid, "chunkId" uuid, "thingId" uuid, place int, "textIds" jsonb)`,
      rows,
    ),
  dropStaged: async (chunkIds) => {
    await db.$executeRawUnsafe('DELETE FROM import_row WHERE chunk_id = ANY($1::uuid[])', chunkIds);
  },
  importOf: async (importId) => {
    const [row] = await db.$queryRawUnsafe<{ kind: 'contributions' | 'proposals'; ofId: string }[]>(
      'SELECT kind, of_id AS "ofId" FROM import_batch WHERE import_id = $1::uuid',
      importId,
    );
    return row;
  },
  stagedIn: (importId) =>
    db.$queryRawUnsafe(
      'SELECT thing_id AS "thingId", text_ids AS "textIds" FROM import_row WHERE import_id = $1::uuid',
      importId,
    ),
  importedTextsOf: async (contributorId) => {
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(
      `SELECT DISTINCT unnest(r.text_ids) AS id FROM import_row r WHERE r.thing_id IN
         (SELECT contribution_id FROM contribution WHERE contributor_id = $1::uuid
          UNION ALL SELECT proposal_id FROM proposal WHERE contributor_id = $1::uuid)`,
      contributorId,
    );
    return rows.map((row) => row.id);
  },
  forumsOfContributor: async (contributorId) => {
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(
      `SELECT forum_id AS id FROM contribution WHERE contributor_id = $1::uuid
       UNION SELECT forum_id FROM proposal WHERE contributor_id = $1::uuid`,
      contributorId,
    );
    return rows.map((row) => row.id);
  },
  previewOf: async (importId, take) => {
    const [row] = await db.$queryRawUnsafe<Omit<Preview, 'first' | 'twice'>[]>(
      `SELECT import_id AS "importId", forum_id AS "forumId", kind AS "importKind", of_id AS "ofId", state, rows, chunk_ids AS "chunkIds"
       FROM import_batch WHERE import_id = $1::uuid`,
      importId,
    );
    if (!row) return undefined;
    const first = await db.$queryRawUnsafe<Preview['first']>(
      `WITH first AS (SELECT chunk_id, thing_id, text_ids[1] AS text_id, place FROM import_row
         WHERE import_id = $1::uuid ORDER BY place LIMIT $2::int),
       staged AS (${STAGED} AND a.id IN (SELECT chunk_id::text FROM first))
       SELECT f.thing_id AS "thingId", f.text_id AS "textId", (s.r->>'number')::int AS number,
         s.r->>'commitmentId' AS "commitmentId", s.r->>'channel' AS channel, s.r->>'receivedOn' AS "receivedOn"
       FROM first f LEFT JOIN staged s ON coalesce(s.r->>'contributionId', s.r->>'proposalId') = f.thing_id::text ORDER BY f.place`,
      importId,
      take,
    );
    const twice = await db.$queryRawUnsafe<Preview['twice']>(
      `WITH staged AS (${STAGED} AND a.id = ANY($1::text[]))
       SELECT (r->>'number')::int AS number, (r->>'repeats')::int AS repeats, coalesce((r->>'isKnown')::boolean, false) AS "isKnown"
       FROM staged WHERE r ? 'number' AND (r ? 'repeats' OR r ? 'isKnown') ORDER BY 1 LIMIT $2::int`,
      row.chunkIds,
      TWICE,
    );
    return { ...row, first, twice };
  },
  openImportsOf: (forumId, take) =>
    db.$queryRawUnsafe(
      `SELECT import_id AS "importId", kind AS "importKind", of_id AS "ofId", rows FROM import_batch
       WHERE forum_id = $1::uuid AND state = 'staged' ORDER BY import_id LIMIT $2::int`,
      forumId,
      take,
    ),
});
