import type { Db } from '@madang/record';
import type { DraftedFound, DraftingRows } from '../queries/drafting.ts';
import type { ProposalFound } from '../queries/proposals.ts';
import { PROPOSAL_COLUMNS } from './proposal-rows.ts';
import { textRows } from './text-rows.ts';

/** Reads what commitments are drafted from. */
export const draftingRows = (db: Db): DraftingRows => ({
  ...textRows(db),
  draftedIn: (cycleId, take) =>
    db.$queryRawUnsafe<DraftedFound[]>(
      `SELECT c.id, c.number, c.title, c.state, c.lead_institution_id AS "leadInstitutionId", v.version, v."on", v.draft,
         (SELECT count(*)::int FROM proposal_link l WHERE l.to_id = c.id AND l.how = 'part-of') AS proposals,
         (SELECT count(*)::int FROM version_cause x WHERE x.commitment_id = c.id) AS causes,
         (SELECT count(*)::int FROM contribution_row n WHERE n.commitment_id = c.id) AS contributions
       FROM commitment_row c CROSS JOIN LATERAL
         (SELECT version, "on", draft FROM commitment_version WHERE commitment_id = c.id ORDER BY version DESC LIMIT 1) v
       WHERE c.cycle_id = $1::uuid ORDER BY c.state = 'withdrawn', c.number LIMIT $2::int`,
      cycleId,
      take,
    ),
  proposalsBy: (ids) =>
    db.$queryRawUnsafe<ProposalFound[]>(
      `SELECT ${PROPOSAL_COLUMNS} FROM proposal_row WHERE id = ANY($1::uuid[]) ORDER BY sequence`,
      ids,
    ),
  proposalsWith: (cycleId, grams, words, take) =>
    db.$queryRawUnsafe<ProposalFound[]>(
      `SELECT ${PROPOSAL_COLUMNS} FROM proposal_row p WHERE cycle_id = $1::uuid AND EXISTS
         (SELECT 1 FROM text_words w WHERE w.text_id IN (p.title_text_id, p.body_text_id) AND w.grams @> $2::text[]
          AND NOT EXISTS (SELECT 1 FROM unnest($3::text[]) AS word WHERE strpos(lower(normalize(w.words, NFKC)), word) = 0))
       ORDER BY state <> 'received', sequence LIMIT $4::int`,
      cycleId,
      grams,
      words,
      take,
    ),
});
