import type { ObligationKind } from '@madang/contracts';
import type { Db } from '@madang/record';
import type { Name } from '../domain/name-on.ts';
import type { DutyTurn, InstitutionRows, MilestoneLed, Punctuality } from '../queries/institution.ts';
import type { Prisma } from './generated/prisma/client.ts';
import { standingRows } from './standing-rows.ts';

/** Reads what the page of an institution shows. */
export const institutionRows = (db: Db): InstitutionRows => {
  const tables = db as unknown as Prisma.TransactionClient;
  return {
    namesOf: standingRows(tables).namesOf,
    dutyBy: async (id) => {
      const row = await tables.obligationRow.findUnique({ where: { id } });
      return row ? { ...row, obligationKind: row.obligationKind as ObligationKind } : undefined;
    },
    allInstitutions: async (take, forumId) =>
      (
        await db.$queryRawUnsafe<{ id: string; name: Name }[]>(
          `SELECT DISTINCT ON (institution_id) institution_id AS id, name FROM institution_name
           ${forumId ? 'WHERE institution_id IN (SELECT id FROM institution_row WHERE forum_id = $2::uuid)' : ''}
           ORDER BY institution_id, from_day DESC LIMIT $1::int`,
          ...[take, ...(forumId ? [forumId] : [])],
        )
      ).toSorted((a, b) => a.name.ko.localeCompare(b.name.ko, 'ko')),
    institutionsAfter: async (after, take) => {
      const last =
        after && (await tables.institutionStanding.findUnique({ where: { institutionId: after } }));
      const rows = await db.$queryRawUnsafe<(Punctuality & { id: string })[]>(
        `SELECT institution_id AS id, on_time AS "onTime", late, silent, open FROM institution_standing
         WHERE called IS NOT NULL ${last ? 'AND (called, institution_id) > ($2, $3::uuid)' : ''}
         ORDER BY called, institution_id LIMIT $1::int`,
        ...[take, ...(last ? [last.called, last.institutionId] : [])],
      );
      return rows.map(({ id, onTime, late, silent, open }) => ({
        id,
        punctuality: { onTime, late, silent, open },
      }));
    },
    forumsOf: async (ids) =>
      new Map(
        (
          await db.$queryRawUnsafe<{ id: string; name: Name }[]>(
            `SELECT i.id, f.name FROM institution_row i JOIN forum_row f ON f.id = i.forum_id WHERE i.id = ANY($1::uuid[])`,
            ids,
          )
        ).map(({ id, name }) => [id, name]),
      ),
    leadsOf: async (ids) =>
      new Map(
        (
          await db.$queryRawUnsafe<{ id: string; leads: number }[]>(
            `SELECT lead_institution_id AS id, count(*)::int AS leads FROM commitment_row
             WHERE lead_institution_id = ANY($1::uuid[]) AND state <> 'withdrawn' GROUP BY lead_institution_id`,
            ids,
          )
        ).map(({ id, leads }) => [id, leads]),
      ),
    owedBy: async (actingInstitutionId, take) =>
      (
        await tables.obligationRow.findMany({
          where: { actingInstitutionId, state: 'open' },
          orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
          take,
        })
      ).map((row) => ({ ...row, obligationKind: row.obligationKind as ObligationKind })),
    delegatedBy: async (institutionId, take) =>
      (
        await tables.obligationRow.findMany({
          where: { institutionId, state: 'open', actingInstitutionId: { not: institutionId } },
          orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
          take,
        })
      ).map((row) => ({ ...row, obligationKind: row.obligationKind as ObligationKind })),
    turnsOf: async (obligationId, take) =>
      (
        await tables.dutyTurn.findMany({
          where: { obligationId },
          orderBy: { sequence: 'desc' },
          take,
        })
      )
        .map((row) => row as unknown as DutyTurn)
        .toReversed(),
    answeredBy: async (id, cycleId) =>
      (
        await tables.obligationRow.findMany({
          where: {
            cycleId,
            obligationKind: { in: ['progress-report', 'evidence', 'correction'] },
            state: { not: 'withdrawn' },
            OR: [{ actingInstitutionId: id }, { institutionId: id }],
          },
          select: { institutionId: true },
          distinct: ['institutionId'],
        })
      ).map((row) => row.institutionId),
    milestonesLed: (institutionId, cycleId, windowId) =>
      db.$queryRawUnsafe<MilestoneLed[]>(
        `SELECT c.id AS "commitmentId", c.number, one->>'milestoneId' AS "milestoneId", one->'name' AS name, one->>'dueOn' AS "dueOn",
                m.completion, r.milestone_id IS NOT NULL AS "isReported"
         FROM commitment_row c CROSS JOIN LATERAL (
           SELECT draft FROM commitment_version v WHERE v.commitment_id = c.id ORDER BY version DESC LIMIT 1) last
         CROSS JOIN LATERAL jsonb_array_elements(last.draft->'milestones') one
         LEFT JOIN milestone_row m ON m.commitment_id = c.id AND m.milestone_id = (one->>'milestoneId')::uuid
         LEFT JOIN report_row r ON r.commitment_id = c.id AND r.milestone_id = (one->>'milestoneId')::uuid AND r.window_id = $3::uuid
         WHERE c.cycle_id = $2::uuid AND c.state <> 'withdrawn' AND one->>'leadInstitutionId' = $1
         ORDER BY c.number, one->>'dueOn' LIMIT 500`,
        institutionId,
        cycleId,
        windowId,
      ),
    ledIn: async (leadInstitutionId, cycleId) =>
      (
        await tables.commitmentRow.findMany({
          where: { leadInstitutionId, cycleId, state: { not: 'withdrawn' } },
          orderBy: { number: 'asc' },
          select: { id: true },
        })
      ).map(({ id }) => id),
    punctualityOf: async (institutionId) =>
      (await tables.institutionStanding.findUnique({
        where: { institutionId },
        select: { onTime: true, late: true, silent: true, open: true },
      })) ?? { onTime: 0, late: 0, silent: 0, open: 0 },
    commitmentsWith: async (leadInstitutionId, cycleId) =>
      (
        await db.$queryRawUnsafe<{ id: string }[]>(
          `SELECT c.id FROM commitment_row c, LATERAL (
             SELECT draft FROM commitment_version v WHERE v.commitment_id = c.id ORDER BY version DESC LIMIT 1) last
           WHERE c.cycle_id = $1::uuid AND c.state <> 'withdrawn' AND last.draft->'milestones' @> $2::jsonb
           ORDER BY c.number`,
          cycleId,
          JSON.stringify([{ leadInstitutionId }]),
        )
      ).map(({ id }) => id),
    ledBy: async (leadInstitutionId, take) =>
      (
        await tables.commitmentRow.findMany({
          where: { leadInstitutionId },
          orderBy: [{ cycleId: 'asc' }, { number: 'asc' }],
          take,
        })
      ).map(({ id, cycleId, number, title, state }) => ({
        id,
        cycleId,
        number,
        title: title as Name,
        state,
      })),
  };
};
