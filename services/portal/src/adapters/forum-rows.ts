import type { Sector } from '@madang/contracts';
import type { Db } from '@madang/record';
import type { Name } from '../domain/name-on.ts';
import type {
  BallotFound,
  ForumRows,
  MeetingFound,
  RiskFound,
  RulesFound,
  SeatFound,
  TermFound,
} from '../queries/forum.ts';
import type { Prisma } from './generated/prisma/client.ts';
import { textRows } from './text-rows.ts';

const BY_SEAT = `h.position = 'co-chair' DESC, s.sector, s.seat_id`;
const TERMS = {
  now: `t.from_day <= $2 AND t.until_day >= $2 ORDER BY ${BY_SEAT}`,
  coming: `t.from_day > $2 AND t.until_day > $2 ORDER BY t.from_day, ${BY_SEAT}`,
  past: `t.until_day < $2 ORDER BY t.until_day DESC, ${BY_SEAT}`,
} as const;

/** Reads what the page of a forum shows. */
export const forumPageRows = (db: Db, wallNow: () => string): ForumRows => {
  const tables = db as unknown as Prisma.TransactionClient;
  return {
    ...textRows(db),
    forumBy: async (id) => {
      const row = await tables.forumRow.findUnique({ where: { id } });
      if (!row) return undefined;
      const clock = await tables.forumClock.findUnique({ where: { forumId: id } });
      const rehearsal = row.clock === 'stepped';
      const { name, level, zone } = row;
      return {
        id,
        name: name as Name,
        level,
        zone,
        rehearsal,
        now: (rehearsal ? clock?.now : null) ?? wallNow(),
      };
    },
    seatsHeld: async (forumId, take) =>
      await db.$queryRawUnsafe<(Omit<SeatFound, 'sector'> & { sector: Sector })[]>(
        `SELECT s.seat_id AS "seatId", s.sector, h.organisation, h.position, s.from_day AS "from", s.until_day AS "until"
           FROM seat_row s JOIN seat_held h USING (forum_id, seat_id) WHERE s.forum_id = $1::uuid
           ORDER BY h.position = 'co-chair' DESC, s.sector, s.seat_id LIMIT $2::int`,
        forumId,
        take,
      ),
    termsOf: (forumId, which, today, take) =>
      db.$queryRawUnsafe<TermFound[]>(
        `SELECT t.seat_id AS "seatId", s.sector, h.organisation, h.position, t.from_day AS "from", t.until_day AS until,
             t.ended, t.reason_code AS "reasonCode"
           FROM seat_term t JOIN seat_row s USING (forum_id, seat_id) JOIN seat_held h USING (forum_id, seat_id)
           WHERE t.forum_id = $1::uuid AND t.from_day <= t.until_day AND ${TERMS[which]} LIMIT $3::int`,
        forumId,
        today,
        take,
      ),
    groupsOf: async (forumId) =>
      (
        await tables.workingGroupRow.findMany({
          where: { forumId, dissolvedOn: null },
          orderBy: { id: 'asc' },
          take: 100,
        })
      ).map(({ id, name, people }) => ({ id, name: name as Name, people })),
    meetingsOf: async (forumId, take) =>
      (await tables.meetingRow.findMany({ where: { forumId }, orderBy: { startsAt: 'desc' }, take })).map(
        (row) => ({
          ...row,
          kind: row.kind as MeetingFound['kind'],
        }),
      ),
    rulesOf: async (forumId) =>
      (await tables.rulesRow.findMany({ where: { forumId }, orderBy: { version: 'desc' } })).map((row) => ({
        ...row,
        rules: row.rules as unknown as RulesFound['rules'],
      })),
    ballotsOf: async (forumId, take) =>
      (await tables.ballotRow.findMany({ where: { forumId }, orderBy: { heldOn: 'desc' }, take })).map(
        (row) => ({
          ...row,
          outcome: row.outcome as unknown as BallotFound['outcome'],
        }),
      ),
    decisionsOf: (forumId, take) =>
      tables.decisionRow.findMany({ where: { forumId }, orderBy: { decidedOn: 'desc' }, take }),
    risksOf: async (forumId) =>
      (await tables.riskRow.findMany({ where: { forumId }, orderBy: { dueOn: 'desc' }, take: 100 })).map(
        (row) => ({
          ...row,
          risk: row.risk as RiskFound['risk'],
        }),
      ),
    cyclesShort: async (forumId) =>
      (await tables.cycleRow.findMany({ where: { forumId }, orderBy: { startsOn: 'desc' }, take: 50 })).map(
        ({ id, name, startsOn, endsOn, stage }) => ({ id, name: name as Name, startsOn, endsOn, stage }),
      ),
  };
};
