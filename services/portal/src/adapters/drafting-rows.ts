import type { Db } from '@madang/record';
import type { Banded, DraftedFound, DraftingRows } from '../queries/drafting.ts';
import type { ProposalFound } from '../queries/proposals.ts';
import { PROPOSAL_COLUMNS, proposalRows } from './proposal-rows.ts';

/** Reads what commitments are drafted from. */
export const draftingRows = (db: Db): DraftingRows => ({
  ...proposalRows(db),
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
  proposalsBandedWith: (id, take) =>
    db.$queryRawUnsafe<Banded[]>(
      `WITH one AS (SELECT p.cycle_id, w.bands FROM proposal_row p JOIN text_words w ON w.text_id IN (p.title_text_id, p.body_text_id)
         WHERE p.id = $1::uuid),
       near AS (SELECT DISTINCT w.text_id FROM one JOIN text_words w ON w.bands && one.bands),
       found AS (SELECT p.id FROM near JOIN proposal_row p ON p.title_text_id = near.text_id
         UNION SELECT p.id FROM near JOIN proposal_row p ON p.body_text_id = near.text_id)
       SELECT p.id, t.grams AS title, b.grams AS body FROM proposal_row p JOIN found USING (id)
       LEFT JOIN text_words t ON t.text_id = p.title_text_id LEFT JOIN text_words b ON b.text_id = p.body_text_id
       WHERE p.id = $1::uuid OR (p.state = 'received' AND p.cycle_id = (SELECT cycle_id FROM one LIMIT 1))
       ORDER BY p.id = $1::uuid DESC, p.sequence LIMIT $2::int`,
      id,
      take,
    ),
  appealedProposals: async (cycleId) =>
    (
      await db.$queryRawUnsafe<{ id: string }[]>(
        `SELECT id FROM proposal_row WHERE cycle_id = $1::uuid AND appeal = 'open' ORDER BY sequence LIMIT 50`,
        cycleId,
      )
    ).map((one) => one.id),
});
