import type { Db } from '@madang/record';
import type { BrowseRows } from '../queries/browse.ts';
import type { Prisma } from './generated/prisma/client.ts';
import { standingRows } from './standing-rows.ts';

/** Reads what a cycle serves, and its themes. */
export const browseRows = (db: Db): BrowseRows => ({
  namesOf: standingRows(db as unknown as Prisma.TransactionClient).namesOf,
  servedIn: (cycleId, take) =>
    db.$queryRawUnsafe(
      `SELECT c.id, c.number, c.title, ARRAY(SELECT jsonb_array_elements_text(v.draft->'sdgTargets')) AS "sdgTargets",
              ARRAY(SELECT jsonb_array_elements_text(v.draft->'values')) AS values,
              ARRAY(SELECT jsonb_array_elements_text(coalesce(v.draft->'themes', '[]'))) AS themes, c.lead_institution_id AS "leadInstitutionId"
       FROM commitment_row c CROSS JOIN LATERAL
         (SELECT draft FROM commitment_version WHERE commitment_id = c.id ORDER BY version DESC LIMIT 1) v
       WHERE c.cycle_id = $1::uuid AND c.state <> 'withdrawn' ORDER BY c.number LIMIT $2::int`,
      cycleId,
      take,
    ),
  themeCounts: (cycleId, take) =>
    db.$queryRawUnsafe(
      `SELECT theme, sum(proposals)::int AS proposals, sum(contributions)::int AS contributions FROM (
         SELECT theme, count(*) AS proposals, 0 AS contributions FROM proposal_row WHERE cycle_id = $1::uuid AND theme IS NOT NULL GROUP BY theme
         UNION ALL
         SELECT theme, 0, count(*) FROM contribution_row WHERE cycle_id = $1::uuid AND theme IS NOT NULL GROUP BY theme) AS counted
       GROUP BY theme ORDER BY theme LIMIT $2::int`,
      cycleId,
      take,
    ),
});
