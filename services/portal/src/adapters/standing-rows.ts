import type { Completion, ObligationKind, Sector, Stage, StageDates } from '@madang/contracts';
import type { Name } from '../domain/name-on.ts';
import type { StandingRows } from '../queries/standing.ts';
import type { Prisma } from './generated/prisma/client.ts';

/** Reads what the page shows. */
export const standingRows = (tables: Prisma.TransactionClient): StandingRows => ({
  forumsAfter: async (after, take, only) => {
    const found = await tables.forumRow.findMany({
      ...(only ? { where: { id: { in: [...only] } } } : {}),
      orderBy: [{ clock: 'desc' }, { recordedAt: 'desc' }, { id: 'asc' }],
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
      take,
    });
    const clocks = await tables.forumClock.findMany({
      where: { forumId: { in: found.map((one) => one.id) } },
    });
    const steppedTo = new Map(clocks.map((one) => [one.forumId, one.now]));
    return found.map(({ id, name, zone, clock }) => ({
      id,
      name: name as Name,
      zone,
      clock: clock as 'wall' | 'stepped',
      steppedTo: steppedTo.get(id) ?? null,
    }));
  },
  seatsOn: async (forumId, day) =>
    (
      await tables.seatRow.groupBy({
        by: ['sector'],
        where: { forumId, fromDay: { lte: day }, untilDay: { gte: day } },
        _count: { _all: true },
        orderBy: { sector: 'asc' },
      })
    ).map(({ sector, _count }) => ({ sector: sector as Sector, seats: _count._all })),
  cyclesOf: async (forumId, take) =>
    (
      await tables.cycleRow.findMany({
        where: { forumId },
        orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
        take,
      })
    ).map((row) => ({
      id: row.id,
      name: row.name as Name,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      stage: row.stage as Stage,
      suspended: row.suspended,
      stages: row.stages as unknown as readonly StageDates[],
      approvedOn: row.approvedOn,
      submittedOn: row.submittedOn,
    })),
  coverageOf: async (cycleId) => {
    const { _sum, _count } = await tables.consultationRow.aggregate({
      where: { cycleId },
      _sum: { accepted: true, answered: true, waived: true },
      _count: { _all: true },
    });
    if (_count._all === 0) return undefined;
    return { accepted: _sum.accepted ?? 0, answered: _sum.answered ?? 0, waived: _sum.waived ?? 0 };
  },
  commitmentsOf: async (cycleId, take) => {
    const found = await tables.commitmentRow.findMany({
      where: { cycleId, state: { not: 'withdrawn' } },
      orderBy: [{ number: 'asc' }, { id: 'asc' }],
      ...(take === undefined ? {} : { take }),
    });
    const milestones = await tables.milestoneRow.findMany({
      where: { commitmentId: { in: found.map((one) => one.id) }, inForce: true },
      orderBy: { milestoneId: 'asc' },
    });
    const byCommitment = Map.groupBy(milestones, (one) => one.commitmentId);
    return found.map(({ id, number, title, leadInstitutionId }) => ({
      id,
      number,
      title: title as Name,
      leadInstitutionId,
      completions: (byCommitment.get(id) ?? []).map((one) => one.completion as Completion | null),
    }));
  },
  dutiesOf: async (cycleId, take) => {
    const where = { cycleId, state: 'open' };
    const first = await tables.obligationRow.findMany({
      where,
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take,
    });
    const open = first.length < take ? first.length : await tables.obligationRow.count({ where });
    return {
      open,
      first: first.map((row) => ({ ...row, obligationKind: row.obligationKind as ObligationKind })),
    };
  },
  namesOf: async (institutionIds) => {
    const found = await tables.institutionName.findMany({
      where: { institutionId: { in: [...new Set(institutionIds)] } },
      orderBy: [{ institutionId: 'asc' }, { fromDay: 'asc' }],
    });
    return Map.groupBy(
      found.map(({ institutionId, fromDay, name }) => ({ institutionId, fromDay, name: name as Name })),
      (one) => one.institutionId,
    );
  },
});
