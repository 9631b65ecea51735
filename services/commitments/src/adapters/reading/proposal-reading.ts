import type { Db } from '@madang/record';
import type { ProposalFateRows } from '../../queries/proposal-fate.ts';

type Fate = NonNullable<Awaited<ReturnType<ProposalFateRows['fateOfProposal']>>>;

/** The proposal, what it went into, and its parts, as far as the lineage goes. */
const FATE = `
  WITH RECURSIVE line(id) AS (
    SELECT $1::uuid
    UNION
    SELECT next.id FROM line CROSS JOIN LATERAL (
      SELECT p.merged_into AS id FROM proposal p WHERE p.proposal_id = line.id AND p.merged_into IS NOT NULL
      UNION ALL SELECT p.proposal_id FROM proposal p WHERE p.split_from = line.id
    ) AS next)
  SELECT p.proposal_id AS "proposalId", p.state, p.merged_into AS "mergedInto", p.declined_because AS "declinedBecause",
    ARRAY(SELECT q.proposal_id FROM proposal q WHERE q.split_from = p.proposal_id ORDER BY 1) AS parts,
    ARRAY(SELECT DISTINCT c.commitment_id FROM line JOIN proposal_commitment c ON c.proposal_id = line.id ORDER BY 1) AS "commitmentIds"
  FROM proposal p WHERE p.proposal_id = $1::uuid`;

export const proposalReading = (db: Db): ProposalFateRows => ({
  fateOfProposal: async (proposalId) => (await db.$queryRawUnsafe<Fate[]>(FATE, proposalId))[0],
});
