import type { Db } from '@madang/record';
import type { LinkFound, ProposalFound, ProposalRows } from '../queries/proposals.ts';
import { conditions } from './conditions.ts';
import { textRows } from './text-rows.ts';

export const PROPOSAL_COLUMNS = `id, cycle_id AS "cycleId", state, theme, channel, contributor_kind AS "contributorKind", received_on AS "receivedOn",
  title_text_id AS "titleTextId", body_text_id AS "bodyTextId", reason_code AS "reasonCode", reason_text_id AS "reasonTextId",
  appeal, appeal_text_id AS "appealTextId", sequence`;
const link = (other: 'from_id' | 'to_id'): string =>
  `SELECT l.from_id AS "fromId", l.how, l.to_id AS "toId", p.title_text_id AS "titleTextId",
   CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('number', m.number, 'title', m.title) END AS commitment
   FROM proposal_link l LEFT JOIN proposal_row p ON p.id = l.${other} LEFT JOIN commitment_row m ON m.id = l.${other}`;

/** Reads proposals and their lineage. */
export const proposalRows = (db: Db): ProposalRows => ({
  ...textRows(db),
  proposalsOf: (cycleId, { state, theme, themeless }, after, take) => {
    const { values, where } = conditions(cycleId, take);
    return db.$queryRawUnsafe<ProposalFound[]>(
      `SELECT ${PROPOSAL_COLUMNS} FROM proposal_row WHERE cycle_id = $1::uuid${where('state = ?', state)}${where('theme = ?', theme)}${themeless ? ' AND theme IS NULL' : ''}
       ${where('sequence > ?::bigint', after === null ? null : String(after))} ORDER BY sequence LIMIT $2::int`,
      ...values,
    );
  },
  proposalBy: async (id) =>
    (
      await db.$queryRawUnsafe<ProposalFound[]>(
        `SELECT ${PROPOSAL_COLUMNS} FROM proposal_row WHERE id = $1::uuid`,
        id,
      )
    )[0],
  linksFrom: (ids) =>
    db.$queryRawUnsafe<LinkFound[]>(
      `${link('to_id')} WHERE l.from_id = ANY($1::uuid[]) ORDER BY l.how, l.to_id`,
      ids,
    ),
  linksTo: (ids, take) =>
    db.$queryRawUnsafe<LinkFound[]>(
      `${link('from_id')} WHERE l.to_id = ANY($1::uuid[]) ORDER BY l.how, l.from_id LIMIT $2::int`,
      ids,
      take,
    ),
  proposalCounts: (cycleId) =>
    db.$queryRawUnsafe(
      'SELECT state, count(*)::int AS count FROM proposal_row WHERE cycle_id = $1::uuid GROUP BY state',
      cycleId,
    ),
  proposalThemes: async (cycleId) =>
    (
      await db.$queryRawUnsafe<{ theme: string }[]>(
        'SELECT DISTINCT theme FROM proposal_row WHERE cycle_id = $1::uuid AND theme IS NOT NULL ORDER BY theme LIMIT 200',
        cycleId,
      )
    ).map((one) => one.theme),
});
