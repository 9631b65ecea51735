import type { ObligationKind } from '@madang/contracts';
import type { Db } from '@madang/record';
import type { ContributionFound } from '../queries/contributions.ts';
import type { ClusterFound, ConsultationFound, DeskRows, DraftFound } from '../queries/desk.ts';
import { conditions } from './conditions.ts';
import { CONTRIBUTION_COLUMNS, CONTRIBUTION_FROM, contributionRows } from './contribution-rows.ts';
import type { Prisma } from './generated/prisma/client.ts';
import { standingRows } from './standing-rows.ts';

const CLUSTER = `k.id, k.consultation_id AS "consultationId", k.theme, k.sequence, n.members, n.answered, n.drafted`;
const CLUSTER_FROM = `FROM cluster_row k CROSS JOIN LATERAL (SELECT count(*)::int AS members,
    count(*) FILTER (WHERE c.state IN ('answered', 'waived'))::int AS answered,
    count(*) FILTER (WHERE c.state = 'accepted' AND c.draft_id IS NOT NULL)::int AS drafted
  FROM contribution_row c WHERE c.cluster_id = k.id) n`;
const DRAFT = `r.id, r.consultation_id AS "consultationId", r.outcome, r.reason_text_id AS "reasonTextId", r.changed,
  r.cluster_id AS "clusterId", c.id AS "contributionId", k.theme, r.covers, r.released_on AS "releasedOn", r.sequence`;
const DRAFT_FROM = `FROM response_row r LEFT JOIN cluster_row k ON k.id = r.cluster_id LEFT JOIN LATERAL
  (SELECT id FROM contribution_row WHERE draft_id = r.id ORDER BY sequence LIMIT 1) c ON r.cluster_id IS NULL`;

/** Reads what the answer desk shows. */
export const deskRows = (db: Db): DeskRows => {
  const tables = db as unknown as Prisma.TransactionClient;
  const consultation = (row: object) => row as ConsultationFound;
  return {
    ...contributionRows(db),
    consultationsOf: async (cycleId) =>
      (await tables.consultationRow.findMany({ where: { cycleId }, orderBy: { closesAt: 'desc' } })).map(
        consultation,
      ),
    consultationBy: async (id) => {
      const row = await tables.consultationRow.findUnique({ where: { id } });
      return row ? consultation(row) : undefined;
    },
    cycleOfCall: async (id) => (await tables.callRow.findUnique({ where: { id } }))?.cycleId,
    cycleOfWindow: async (id) => (await tables.windowRow.findUnique({ where: { id } }))?.cycleId,
    windowCounts: (cycleId) =>
      db.$queryRawUnsafe(
        `SELECT w.id AS "windowId",
           (SELECT count(*)::int FROM report_row r JOIN milestone_row m USING (commitment_id, milestone_id)
            WHERE r.window_id = w.id AND m.in_force) AS milestones,
           o.owed, o.discharged
         FROM window_row w CROSS JOIN LATERAL (SELECT count(*)::int AS owed, count(*) FILTER (WHERE state = 'discharged')::int AS discharged
           FROM obligation_row WHERE cycle_id = w.cycle_id AND window_id = w.id AND state <> 'withdrawn'
             AND obligation_kind = 'progress-report') o
         WHERE w.cycle_id = $1::uuid`,
        cycleId,
      ),
    milestonesOf: async (cycleId) => {
      const found = await tables.commitmentRow.findMany({
        where: { cycleId, state: { not: 'withdrawn' } },
        select: { id: true },
      });
      const commitmentId = { in: found.map((one) => one.id) };
      return tables.milestoneRow.count({ where: { commitmentId, inForce: true } });
    },
    clustersOf: (consultationId, after, take) =>
      db.$queryRawUnsafe<(ClusterFound & { sequence: bigint })[]>(
        `SELECT ${CLUSTER} ${CLUSTER_FROM} WHERE k.consultation_id = $1::uuid AND k.sequence > $3::bigint
         ORDER BY k.sequence LIMIT $2::int`,
        consultationId,
        take,
        after ?? '0',
      ),
    clusterBy: async (id) =>
      (
        await db.$queryRawUnsafe<ClusterFound[]>(
          `SELECT ${CLUSTER} ${CLUSTER_FROM} WHERE k.id = $1::uuid`,
          id,
        )
      )[0],
    membersOf: (clusterId, after, take) =>
      db.$queryRawUnsafe<ContributionFound[]>(
        `SELECT ${CONTRIBUTION_COLUMNS} ${CONTRIBUTION_FROM} WHERE c.cluster_id = $1::uuid AND c.sequence > $3::bigint
         ORDER BY c.sequence LIMIT $2::int`,
        clusterId,
        take,
        after ?? '0',
      ),
    undraftedOf: (consultationId, commitmentId, after, take) => {
      const { values, where } = conditions(consultationId, take);
      return db.$queryRawUnsafe<ContributionFound[]>(
        `SELECT ${CONTRIBUTION_COLUMNS} ${CONTRIBUTION_FROM}
         WHERE c.consultation_id = $1::uuid AND c.state = 'accepted' AND c.draft_id IS NULL AND c.cluster_id IS NULL
         ${where('c.commitment_id = ?::uuid', commitmentId)}${where('c.sequence > ?::bigint', after)}
         ORDER BY c.sequence LIMIT $2::int`,
        ...values,
      );
    },
    appealsOf: (consultationId, take) =>
      db.$queryRawUnsafe<ContributionFound[]>(
        `SELECT ${CONTRIBUTION_COLUMNS} ${CONTRIBUTION_FROM} WHERE c.consultation_id = $1::uuid AND c.appeal = 'open'
         ORDER BY c.sequence LIMIT $2::int`,
        consultationId,
        take,
      ),
    moderationOf: (cycleId, before, take) =>
      db.$queryRawUnsafe(
        `SELECT sequence, contribution_id AS "contributionId", proposal_id AS "proposalId", what, reason_code AS "reasonCode", reason_text_id AS "reasonTextId", "on"
         FROM moderation_row WHERE (cycle_id = $1::uuid OR consultation_id IN (SELECT id FROM consultation_row WHERE cycle_id = $1::uuid))
         AND ($3::bigint IS NULL OR sequence < $3::bigint) ORDER BY sequence DESC LIMIT $2::int`,
        cycleId,
        take,
        before,
      ),
    draftsOf: (consultationId, after, take) =>
      db.$queryRawUnsafe<(DraftFound & { sequence: bigint })[]>(
        `SELECT ${DRAFT} ${DRAFT_FROM} WHERE r.consultation_id = $1::uuid AND r.released_on IS NULL AND r.sequence > $3::bigint
         ORDER BY r.sequence LIMIT $2::int`,
        consultationId,
        take,
        after ?? '0',
      ),
    draftsOfCluster: (clusterId) =>
      db.$queryRawUnsafe<DraftFound[]>(
        `SELECT ${DRAFT} ${DRAFT_FROM} WHERE r.cluster_id = $1::uuid ORDER BY r.sequence LIMIT 20`,
        clusterId,
      ),
    draftBy: async (id) =>
      (await db.$queryRawUnsafe<DraftFound[]>(`SELECT ${DRAFT} ${DRAFT_FROM} WHERE r.id = $1::uuid`, id))[0],
    draftOfContribution: async (id) =>
      (await tables.contributionRow.findUnique({ where: { id }, select: { draftId: true } }))?.draftId ??
      undefined,
    bandedWith: (contributionId, take) =>
      db.$queryRawUnsafe(
        `WITH one AS (SELECT c.consultation_id, w.bands FROM contribution_row c JOIN text_words w USING (text_id) WHERE c.id = $1::uuid)
         SELECT c.id, w.grams FROM one JOIN text_words w ON w.bands && one.bands
         JOIN contribution_row c ON c.text_id = w.text_id AND c.consultation_id = one.consultation_id
         WHERE c.state = 'accepted' AND c.draft_id IS NULL AND c.cluster_id IS NULL
         ORDER BY c.id = $1::uuid DESC LIMIT $2::int`,
        contributionId,
        take,
      ),
    wordsKnown: async (words) =>
      (
        await db.$queryRawUnsafe<{ said: string }[]>(
          `SELECT said FROM unnest($1::text[]) AS said WHERE EXISTS (SELECT 1 FROM text_words t WHERE md5(t.words) = md5(said))`,
          words,
        )
      ).map((one) => one.said),
    openDutiesOf: async (cycleId, { kind, after }, take) => {
      // The last one seen may be answered meanwhile: it is passed by its place, not by its row.
      const ids = await db.$queryRawUnsafe<{ id: string }[]>(
        `SELECT id FROM obligation_row WHERE cycle_id = $1::uuid AND state = 'open' AND ($3::text IS NULL OR obligation_kind = $3)
         AND ($4::uuid IS NULL OR (NOT extension_asked, due_on, id) >
           (SELECT NOT extension_asked, due_on, id FROM obligation_row WHERE id = $4::uuid))
         ORDER BY NOT extension_asked, due_on, id LIMIT $2::int`,
        ...[cycleId, take, kind ?? null, after ?? null],
      );
      const found = await tables.obligationRow.findMany({ where: { id: { in: ids.map(({ id }) => id) } } });
      const byId = new Map(found.map((row) => [row.id, row]));
      return ids.flatMap(({ id }) => {
        const row = byId.get(id);
        return row ? [{ ...row, obligationKind: row.obligationKind as ObligationKind }] : [];
      });
    },
    namesOf: standingRows(tables).namesOf,
    writerOf: async (forumId, submissionId) => {
      const [found] = await db.$queryRawUnsafe<{ personId: string; things: number }[]>(
        `SELECT w.id AS "personId", (SELECT count(DISTINCT t.subject_id)::int FROM text_row t
           WHERE t.contributor_id = w.id AND t.forum_id = $1::uuid) AS things
         FROM (SELECT contributor_id AS id FROM text_row
           WHERE subject_id = $2 AND forum_id = $1::uuid AND contributor_id IS NOT NULL LIMIT 1) w`,
        forumId,
        submissionId,
      );
      return found;
    },
    outreachOf: async (cycleId, skip, take) =>
      (
        await tables.publicMoment.findMany({
          where: { cycleId, kind: 'outreach' },
          orderBy: [{ on: 'desc' }, { id: 'asc' }],
          ...{ skip, take },
        })
      ).map(({ id, on, what, audience, link }) => ({ id, on, channel: what, audience, link })),
    notesOf: async (cycleId, commitmentIds) => {
      const leads = await tables.commitmentRow.findMany({
        where: { id: { in: [...commitmentIds] } },
        select: { leadInstitutionId: true },
      });
      const found = await tables.obligationRow.findMany({
        where: {
          cycleId,
          state: { not: 'withdrawn' },
          obligationKind: { in: ['feasibility-opinion', 'reasoned-response'] },
          // The clock asks a lead for all of its commitments at once and names none of them.
          OR: [
            { commitmentIds: { hasSome: [...commitmentIds] } },
            {
              commitmentIds: { isEmpty: true },
              institutionId: { in: leads.map((one) => one.leadInstitutionId) },
            },
          ],
        },
        orderBy: [{ state: 'desc' }, { dueOn: 'asc' }, { id: 'asc' }],
        take: 50,
      });
      return found.map((row) => ({ ...row, obligationKind: row.obligationKind as ObligationKind }));
    },
  };
};
