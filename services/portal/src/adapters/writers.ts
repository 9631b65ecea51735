import type { Db } from '@madang/record';
import type { CommitmentWriter } from '../copies/commitments.ts';
import type { ConsultationWriter } from '../copies/consultations.ts';
import type { CycleWriter } from '../copies/cycles.ts';
import type { ForumWriter } from '../copies/forums.ts';
import type { InstitutionWriter } from '../copies/institutions.ts';
import type { ObligationWriter } from '../copies/obligations.ts';
import type { Prisma } from './generated/prisma/client.ts';
import { institutionStandings } from './institution-standings.ts';

type Tables = Prisma.TransactionClient;

/** Writes what forums and ministries tell. */
export const forumRows = (
  tables: Tables,
  standings = institutionStandings(tables as unknown as Db),
): ForumWriter & CycleWriter & InstitutionWriter & ObligationWriter => ({
  addForum: async (row) => void (await tables.forumRow.createMany({ data: [row] })),
  putSeats: async (rows) => void (await tables.seatRow.createMany({ data: [...rows], skipDuplicates: true })),
  holdSeatUntil: async (forumId, seatId, untilDay) =>
    void (await tables.seatRow.updateMany({ where: { forumId, seatId }, data: { untilDay } })),
  endSeatOn: async (forumId, seatId, untilDay) =>
    void (await tables.seatRow.updateMany({
      where: { forumId, seatId, untilDay: { gt: untilDay } },
      data: { untilDay },
    })),
  addCycle: async (row) =>
    void (await tables.cycleRow.createMany({
      data: [{ ...row, stage: 'timetable', suspended: false, timetableVersion: 0, stages: [] }],
    })),
  changeCycle: async (id, { stages, ...change }) =>
    void (await tables.cycleRow.updateMany({
      where: { id },
      data: { ...change, ...(stages ? { stages: [...stages] } : {}) },
    })),
  putNames: async (names) => {
    for (const { institutionId, fromDay, name } of names) {
      await tables.institutionName.upsert({
        where: { institutionId_fromDay: { institutionId, fromDay } },
        create: { institutionId, fromDay, name },
        update: { name },
      });
      await standings.named(institutionId);
    }
  },
  addObligations: async (rows) => {
    await tables.obligationRow.createMany({
      data: rows.map((row) => ({
        ...row,
        actingInstitutionId: row.institutionId,
        state: 'open',
        late: false,
        silent: false,
        extensionAsked: false,
      })),
    });
    await standings.added(rows);
  },
  changeObligation: (id, change) =>
    standings.changing(id, () => tables.obligationRow.updateMany({ where: { id }, data: change })),
  passObligation: (id, from, to) =>
    standings.changing(id, async () => {
      await tables.obligationRow.updateMany({
        where: { id, institutionId: from },
        data: { institutionId: to },
      });
      await tables.obligationRow.updateMany({
        where: { id, actingInstitutionId: from },
        data: { actingInstitutionId: to },
      });
    }),
});

/** Writes what commitments tells. */
export const commitmentRows = (tables: Tables): ConsultationWriter & CommitmentWriter => ({
  putConsultation: async (row) =>
    void (await tables.consultationRow.upsert({
      where: { id: row.id },
      create: { ...row, state: 'open', accepted: 0, answered: 0, waived: 0 },
      update: { closesAt: row.closesAt },
    })),
  setConsultation: async (id, state) =>
    void (await tables.consultationRow.updateMany({ where: { id }, data: { state } })),
  count: async (id, counter, by) =>
    void (await tables.consultationRow.updateMany({ where: { id }, data: { [counter]: { increment: by } } })),
  putCommitment: async ({ milestones, ...row }) => {
    const { id: commitmentId } = row;
    await tables.commitmentRow.upsert({
      where: { id: commitmentId },
      create: { ...row, state: 'draft' },
      update: row,
    });
    await tables.milestoneRow.updateMany({ where: { commitmentId }, data: { inForce: false } });
    for (const { milestoneId, dueOn } of milestones)
      await tables.milestoneRow.upsert({
        where: { commitmentId_milestoneId: { commitmentId, milestoneId } },
        create: { commitmentId, milestoneId, dueOn, inForce: true, completion: null },
        update: { dueOn, inForce: true },
      });
  },
  setCommitments: async (ids, state) =>
    void (await tables.commitmentRow.updateMany({ where: { id: { in: [...ids] } }, data: { state } })),
  linkCommitment: async (id, nationalCommitmentId) =>
    void (await tables.commitmentRow.updateMany({ where: { id }, data: { nationalCommitmentId } })),
  setCompletion: async (commitmentId, milestoneId, completion) =>
    void (await tables.milestoneRow.updateMany({
      where: { commitmentId, milestoneId },
      data: { completion },
    })),
});
