import type { Stage, StageDates } from '@madang/contracts';
import type { Db } from '@madang/record';
import type { Name } from '../domain/name-on.ts';
import type { CycleRows, DatedMatters, Moment, MoveFound } from '../queries/cycle.ts';
import type { BallotFound } from '../queries/forum.ts';
import { contributionRows } from './contribution-rows.ts';
import { forumPageRows } from './forum-rows.ts';
import type { Prisma } from './generated/prisma/client.ts';
import { proposalRows } from './proposal-rows.ts';
import { standingRows } from './standing-rows.ts';

/** Reads what the page of a cycle shows. */
export const cyclePageRows = (db: Db, wallNow: () => string): CycleRows => {
  const tables = db as unknown as Prisma.TransactionClient;
  const { forumBy, textsOf } = forumPageRows(db, wallNow);
  return {
    ...standingRows(tables),
    forumBy,
    textsOf,
    proposalCounts: proposalRows(db).proposalCounts,
    outcomesOf: contributionRows(db).outcomesOf,
    cycleBy: async (id) => {
      const row = await tables.cycleRow.findUnique({ where: { id } });
      return row
        ? {
            ...row,
            name: row.name as Name,
            stage: row.stage as Stage,
            stages: row.stages as unknown as readonly StageDates[],
          }
        : undefined;
    },
    movesOf: async (cycleId) => {
      const versions = await tables.timetableVersion.findMany({
        where: { cycleId },
        orderBy: { version: 'asc' },
      });
      const before = (version: number): MoveFound['stages'] =>
        (versions.findLast((one) => one.version < version)?.stages ?? []) as unknown as MoveFound['stages'];
      return (await tables.deadlineMove.findMany({ where: { cycleId }, orderBy: { version: 'asc' } })).map(
        (row) => ({
          ...row,
          stages: row.stages as unknown as MoveFound['stages'],
          was: before(row.version).find((one) => one.stage === row.stage)?.closesOn ?? null,
        }),
      );
    },
    datedMatters: async (cycleId, from, until) => ({
      meetings: await tables.$queryRawUnsafe<DatedMatters['meetings'][number][]>(
        `SELECT m.id, m.kind, m.starts_at AS "startsAt", m.held_on AS "heldOn", m.attendance, m.cancelled, m.open_to_public AS "openToPublic",
                  m.agenda_text_id AS "agendaTextId", m.minutes_text_id AS "minutesTextId"
           FROM meeting_row m JOIN cycle_row c ON c.forum_id = m.forum_id
           WHERE c.id = $1::uuid AND m.starts_at BETWEEN $2 AND $3 ORDER BY m.starts_at LIMIT 500`,
        ...[cycleId, from, until],
      ),
      milestones: await tables.$queryRawUnsafe<DatedMatters['milestones'][number][]>(
        `SELECT m->>'milestoneId' AS id, c.id AS "commitmentId", c.number, m->'name' AS name, m->>'dueOn' AS "dueOn", last.version
         FROM commitment_row c CROSS JOIN LATERAL (
           SELECT draft, version FROM commitment_version WHERE commitment_id = c.id ORDER BY version DESC LIMIT 1) last
         CROSS JOIN jsonb_array_elements(last.draft->'milestones') m
         WHERE c.cycle_id = $1::uuid AND c.state = 'adopted' ORDER BY c.number, 5 LIMIT 1000`,
        cycleId,
      ),
    }),
    withdrawnIn: async (cycleId, take) =>
      db.$queryRawUnsafe(
        `SELECT c.id, c.number, c.title, w."on", w.authority, w.reason_text_id AS "reasonTextId"
         FROM withdrawal_row w JOIN commitment_row c ON c.id = w.commitment_id
         WHERE w.cycle_id = $1::uuid ORDER BY c.number, c.id LIMIT $2::int`,
        cycleId,
        take,
      ),
    momentsOf: async (cycleId, take) =>
      (
        await tables.publicMoment.findMany({
          where: { cycleId },
          orderBy: [{ on: 'desc' }, { id: 'desc' }],
          take,
        })
      )
        .map(({ id, kind, on, what, link }) => ({ id, kind: kind as Moment['kind'], on, what, link }))
        .toReversed(),
    windowsOf: async (cycleId) =>
      (await tables.windowRow.findMany({ where: { cycleId }, orderBy: { number: 'asc' } })).map((row) => ({
        ...row,
        state: row.state as 'open' | 'closed',
      })),
    ballotBy: async (id) => {
      const row = await tables.ballotRow.findUnique({ where: { id } });
      return row ? { ...row, outcome: row.outcome as unknown as BallotFound['outcome'] } : undefined;
    },
    ballotSeats: async (ballotId, seatIds) =>
      (await tables.ballotSeat.findMany({ where: { ballotId, seatId: { in: [...seatIds] } } })).map(
        ({ seatId, did }) => ({ seatId, did: did as 'cast' | 'recused' | null }),
      ),
    cycleBallots: async (cycleId) =>
      (await tables.ballotRow.findMany({ where: { cycleId }, orderBy: { heldOn: 'asc' } })).map((row) => ({
        ...row,
        outcome: row.outcome as unknown as BallotFound['outcome'],
      })),
    openingsOf: async (cycleId) => {
      const open = { where: { cycleId, state: 'open' }, select: { id: true, closesAt: true } };
      return {
        call: await tables.callRow.findFirst(open),
        consultation: await tables.consultationRow.findFirst(open),
      };
    },
  };
};
