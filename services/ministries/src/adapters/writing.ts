import type { ForumCopyWriter } from '../copies/forums.ts';
import type { CodeWriter } from '../projections/institutions.ts';
import type { ObligationWriter } from '../projections/obligations.ts';
import type { Prisma } from './generated/prisma/client.ts';
import type { Tables } from './tables.ts';

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/** What projections and copies write. */
export const writing = (tables: Tables): CodeWriter & ObligationWriter & ForumCopyWriter => ({
  addCodes: async (data) => void (await tables.institutionCode.createMany({ data: [...data] })),
  addObligations: async (imposed) =>
    void (await tables.obligationRow.createMany({
      data: imposed.map((one) => ({
        id: one.obligationId,
        forumId: one.forumId,
        cycleId: one.cycleId ?? null,
        institutionId: one.institutionId,
        imposedOnId: one.institutionId,
        actingInstitutionId: one.institutionId,
        obligationKind: one.obligationKind,
        subject: json(one.subject),
        state: 'open',
        dueOn: one.dueOn,
        late: false,
        silent: false,
        extensionAsked: false,
        ladderVersion: one.ladderVersion,
        ladder: json(one.ladder),
      })),
    })),
  changeObligations: async (ids, { ladder, ...change }) =>
    void (await tables.obligationRow.updateMany({
      where: { id: { in: [...ids] } },
      data: { ...change, ...(ladder ? { ladder: json(ladder) } : {}) },
    })),
  passObligations: async (ids, from, to) => {
    const id = { in: [...ids] };
    await tables.obligationRow.updateMany({
      where: { id, institutionId: from },
      data: { institutionId: to },
    });
    await tables.obligationRow.updateMany({
      where: { id, actingInstitutionId: from },
      data: { actingInstitutionId: to },
    });
  },
  keepForums: async (forums) =>
    void (await tables.forumCopy.createMany({
      data: forums.map(({ forumId: id, zone, country, rulePack, clock }) => ({
        ...{ id, zone, country, rulePack, clock },
      })),
      skipDuplicates: true,
    })),
  suspendCycles: async (ids) =>
    void (await tables.suspendedCycle.createMany({
      data: ids.map((cycleId) => ({ cycleId })),
      skipDuplicates: true,
    })),
  resumeCycles: async (ids) =>
    void (await tables.suspendedCycle.deleteMany({ where: { cycleId: { in: [...ids] } } })),
});
