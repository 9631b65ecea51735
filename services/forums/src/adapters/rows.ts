import type { Stage } from '@madang/contracts';
import type { Db } from '@madang/record';
import type { BallotKeys } from '../commands/ballots.ts';
import type { GateRows } from '../commands/cycle.ts';
import type { GateWriter } from '../copies/gates.ts';
import type { Cycle } from '../domain/cycle/cycle.ts';
import type { RowWriter } from '../projections/rows.ts';
import type { StandingRows } from '../queries/standing.ts';
import { ballotKeys } from './ballot-keys.ts';
import { tablesOf } from './tables.ts';

export type Rows = BallotKeys & GateRows & GateWriter & RowWriter & StandingRows;

type Clock = 'wall' | 'stepped';

/** Every port of the service over the rows of one transaction. */
export const rows = (db: Db): Rows => {
  const tables = tablesOf(db);
  const stateOf = async <T>(type: string, id: string): Promise<T | undefined> =>
    (await tables.aggregateState.findUnique({ where: { type_id: { type, id } } }))?.state as T | undefined;
  return {
    ...ballotKeys(tables),
    gatesOf: async (cycleId) => {
      const open = new Set((await tables.gate.findMany({ where: { cycleId } })).map((one) => one.gate));
      return { sealed: open.has('sealed'), signedOff: open.has('signed-off') };
    },
    openGate: async (cycleId, gate, counts = { accepted: 0, answered: 0, waived: 0 }) => {
      const { accepted, answered, waived } = counts;
      await tables.gate.createMany({
        data: [{ cycleId, gate, accepted, answered, waived }],
        skipDuplicates: true,
      });
    },
    addForum: async (row) => void (await tables.forumRow.createMany({ data: [row] })),
    addCycle: async (row) =>
      void (await tables.cycleRow.createMany({ data: [{ ...row, stage: 'timetable', closed: false }] })),
    setStage: async (id, stage) =>
      void (await tables.cycleRow.updateMany({ where: { id }, data: { stage, closed: stage === 'closed' } })),
    addMeeting: async (row) => void (await tables.meetingRow.createMany({ data: [row] })),
    addChoice: async (ballotId, seatId, sealed) =>
      void (await tables.sealedChoice.createMany({ data: [{ ballotId, seatId, sealed }] })),
    destroyBallotKey: async (ballotId) => void (await tables.ballotKey.deleteMany({ where: { ballotId } })),
    forumState: (id) => stateOf('forum', id),
    cycleState: (id) => stateOf('cycle', id),
    ballotState: (id) => stateOf('ballot', id),
    nowOf: async (forumId) =>
      (await tables.forumClock.findUnique({ where: { forumId } }))?.now ?? new Date().toISOString(),
    sealedCounts: async (cycleId) =>
      (await tables.gate.findUnique({ where: { cycleId_gate: { cycleId, gate: 'sealed' } } })) ?? undefined,
    meetingsOf: (forumId) => tables.meetingRow.findMany({ where: { forumId }, orderBy: { heldOn: 'asc' } }),
    runningCycles: async (forumId) => {
      const running = await tables.cycleRow.findMany({
        where: { forumId, closed: false },
        orderBy: { id: 'asc' },
      });
      const states = await Promise.all(running.map(({ id }) => stateOf<Cycle>('cycle', id)));
      return states.filter((one) => one !== undefined);
    },
    openCycles: async (after, take) =>
      (
        await tables.cycleRow.findMany({
          where: { closed: false, ...(after ? { id: { gt: after } } : {}) },
          orderBy: { id: 'asc' },
          take,
        })
      ).map((row) => ({
        forumId: row.forumId,
        cycleId: row.id,
        clock: row.clock as Clock,
        stage: row.stage as Stage,
      })),
    allForums: async () =>
      (await tables.forumRow.findMany({ orderBy: { id: 'asc' } })).map((row) => ({
        forumId: row.id,
        zone: row.zone,
        country: row.country as 'KR' | 'none',
        clock: row.clock as Clock,
      })),
  };
};
