import type { Db } from '@madang/record';
import type { Change, ContributionFound, ContributionRows } from '../queries/contributions.ts';
import { conditions } from './conditions.ts';
import { textRows } from './text-rows.ts';

/** What a contribution shows, and where it is read from. */
export const CONTRIBUTION_COLUMNS = `c.id, c.cycle_id AS "cycleId", c.consultation_id AS "consultationId", c.commitment_id AS "commitmentId",
  m.number AS "commitmentNumber", m.title AS "commitmentTitle", c.clause, c.contributor_kind AS "contributorKind", c.channel,
  c.received_on AS "receivedOn", c.text_id AS "textId", c.state, c.reason_code AS "reasonCode", c.theme, c.outcome,
  r.reason_text_id AS "reasonTextId", r.released_on AS "releasedOn", r.authority, c.waived_text_id AS "waivedTextId",
  c.response_id AS "responseId", c.cluster_id AS "clusterId", c.draft_id AS "draftId", c.appeal, c.appeal_text_id AS "appealTextId", c.sequence`;
export const CONTRIBUTION_FROM = `FROM contribution_row c JOIN commitment_row m ON m.id = c.commitment_id LEFT JOIN response_row r ON r.id = c.response_id`;

/** Reads contributions and what became of them. */
export const contributionRows = (db: Db): ContributionRows => ({
  ...textRows(db),
  contributionsOf: (cycleId, { commitmentId, clause, theme, outcome, ministry, unanswered }, after, take) => {
    const { values, where } = conditions(cycleId, take);
    return db.$queryRawUnsafe<ContributionFound[]>(
      `SELECT ${CONTRIBUTION_COLUMNS} ${CONTRIBUTION_FROM} WHERE c.cycle_id = $1::uuid
       ${where('c.commitment_id = ?::uuid', commitmentId)}${where('c.clause = ?', clause)}${where('c.theme = ?', theme)}
       ${where('c.outcome = ?', outcome)}${where('m.lead_institution_id = ?::uuid', ministry)}
       ${unanswered ? " AND c.state = 'accepted'" : ''}${where('c.sequence > ?::bigint', after === null ? null : String(after))}
       ORDER BY c.sequence LIMIT $2::int`,
      ...values,
    );
  },
  contributionBy: async (id) =>
    (
      await db.$queryRawUnsafe<ContributionFound[]>(
        `SELECT ${CONTRIBUTION_COLUMNS} ${CONTRIBUTION_FROM} WHERE c.id = $1::uuid`,
        id,
      )
    )[0],
  changesBecauseOf: async (ids) => {
    const found = await db.$queryRawUnsafe<(Change & { readonly causeId: string })[]>(
      `SELECT v.cause_id AS "causeId", v.commitment_id AS "commitmentId", v.version, m.number, m.title
       FROM version_cause v JOIN commitment_row m ON m.id = v.commitment_id WHERE v.cause_id = ANY($1::uuid[])
       ORDER BY m.number, v.version`,
      ids,
    );
    return Map.groupBy(found, (one) => one.causeId);
  },
  themesOf: async (cycleId) =>
    (
      await db.$queryRawUnsafe<{ theme: string }[]>(
        'SELECT DISTINCT theme FROM contribution_row WHERE cycle_id = $1::uuid AND theme IS NOT NULL ORDER BY theme LIMIT 200',
        cycleId,
      )
    ).map((one) => one.theme),
  outcomesOf: (cycleId) =>
    db.$queryRawUnsafe(
      'SELECT outcome, state, count(*)::int AS count FROM contribution_row WHERE cycle_id = $1::uuid GROUP BY outcome, state',
      cycleId,
    ),
});
