import type { Sector } from '@madang/contracts';
import type { Db } from '@madang/record';
import type { Name } from '../domain/name-on.ts';
import type { TableRows } from '../queries/table.ts';
import { forumPageRows } from './forum-rows.ts';
import type { Prisma } from './generated/prisma/client.ts';
import { standingRows } from './standing-rows.ts';

/** Reads what the desk of a forum's table shows. */
export const tableRows = (db: Db, wallNow: () => string): TableRows => {
  const tables = db as unknown as Prisma.TransactionClient;
  return {
    nationalForums: async (take) =>
      (
        await tables.forumRow.findMany({
          where: { level: 'national', clock: 'wall' },
          orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
          take,
        })
      ).map(({ id, name }) => ({ id, name: name as Name })),
    seatsHeld: forumPageRows(db, wallNow).seatsHeld,
    namesOf: standingRows(tables).namesOf,
    membersOf: async (forumId, take) => {
      const groups = await tables.workingGroupRow.findMany({
        where: { forumId, dissolvedOn: null },
        select: { id: true },
      });
      const found = await tables.groupMember.findMany({
        where: { groupId: { in: groups.map((one) => one.id) } },
        orderBy: [{ groupId: 'asc' }, { sector: 'asc' }, { personId: 'asc' }],
        take,
      });
      return found.map((one) => ({ ...one, sector: one.sector as Sector }));
    },
    institutionsOf: (forumId, take) =>
      tables.institutionRow.findMany({
        where: { forumId },
        orderBy: [{ code: 'asc' }, { id: 'asc' }],
        take,
      }),
    postsOf: async (ids) =>
      (
        await tables.postRow.findMany({
          where: { institutionId: { in: [...ids] } },
          orderBy: [{ level: 'asc' }, { id: 'asc' }],
        })
      ).map((one) => ({ ...one, title: one.title as Name })),
  };
};
