import type { Db } from '@madang/record';
import type { ProposalTextRows } from '../../commands/ports/proposal-text-rows.ts';
import type { ProposalRows } from '../../projections/proposals.ts';
import { bulk, lastPer } from '../bulk.ts';

export const proposalRows = (db: Db): ProposalRows & ProposalTextRows => ({
  textsOfProposal: async (proposalId) =>
    (
      await db.$queryRawUnsafe<{ id: string }[]>(
        'SELECT unnest(text_ids) AS id FROM proposal WHERE proposal_id = $1::uuid',
        proposalId,
      )
    ).map((row) => row.id),
  addProposals: (proposals) =>
    bulk(
      db,
      `INSERT INTO proposal (proposal_id, forum_id, cycle_id, contributor_id, state, split_from, text_ids)
       SELECT r."proposalId", r."forumId", r."cycleId", r."contributorId", 'received', r."splitFrom",
         ARRAY(SELECT jsonb_array_elements_text(r."textIds")::uuid)
       FROM jsonb_to_recordset($1::jsonb) AS r("proposalId" uuid, "forumId" uuid, "cycleId" uuid, "contributorId" uuid, "splitFrom" uuid, "textIds" jsonb)`,
      proposals,
    ),
  setFates: (fates) =>
    bulk(
      db,
      `UPDATE proposal p SET state = r.state, merged_into = r."mergedInto", declined_because = r."declinedBecause"
       FROM jsonb_to_recordset($1::jsonb) AS r("proposalId" uuid, state text, "mergedInto" uuid, "declinedBecause" text)
       WHERE p.proposal_id = r."proposalId"`,
      lastPer(fates, (one) => one.proposalId),
    ),
  addParts: (parts) =>
    bulk(
      db,
      `INSERT INTO proposal_commitment SELECT r."proposalId", r."commitmentId"
       FROM jsonb_to_recordset($1::jsonb) AS r("proposalId" uuid, "commitmentId" uuid) ON CONFLICT DO NOTHING`,
      parts,
    ),
});
