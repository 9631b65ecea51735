import type { Stage, StageDates } from '@madang/contracts';
import type { Db } from '@madang/record';
import type { Name } from '../domain/name-on.ts';
import type { CycleRows, Moment, MoveFound } from '../queries/cycle.ts';
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
    movesOf: async (cycleId) =>
      (await tables.deadlineMove.findMany({ where: { cycleId }, orderBy: { version: 'asc' } })).map(
        (row) => ({
          ...row,
          stages: row.stages as unknown as MoveFound['stages'],
        }),
      ),
    momentsOf: async (cycleId, take) =>
      (
        await tables.publicMoment.findMany({
          where: { cycleId },
          orderBy: [{ on: 'asc' }, { id: 'asc' }],
          take,
        })
      ).map(({ kind, on, what, link }) => ({ kind: kind as Moment['kind'], on, what, link })),
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
