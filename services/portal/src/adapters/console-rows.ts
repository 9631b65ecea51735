import type { Db } from '@madang/record';
import type { Name } from '../domain/name-on.ts';
import type { ConsoleRows, ForumNamed } from '../queries/console.ts';
import type { Prisma } from './generated/prisma/client.ts';

const MOST_FORUMS = 500;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads what the operator's console shows of the read model. */
export const consoleRows = (db: Db): ConsoleRows => {
  const tables = db as unknown as Prisma.TransactionClient;
  return {
    forums: () =>
      db.$queryRawUnsafe<ForumNamed[]>(
        `SELECT id, name, zone, clock = 'stepped' AS rehearsal FROM forum_row
         ORDER BY clock = 'stepped', recorded_at DESC, id LIMIT $1::int`,
        MOST_FORUMS,
      ),
    lateDuties: async (forumId, cursor, take) => {
      const found = await tables.obligationRow.findMany({
        where: {
          ...{ state: 'open', late: true },
          ...(forumId ? { forumId } : {}),
          ...(cursor && UUID.test(cursor) ? { id: { gt: cursor } } : {}),
        },
        ...{ select: { id: true }, orderBy: { id: 'asc' as const }, take: take + 1 },
      });
      const ids = found.slice(0, take).map(({ id }) => id);
      return { ids, next: found.length > take ? (ids.at(-1) ?? null) : null };
    },
    lateAmong: async (ids) => {
      const found = await tables.obligationRow.findMany({
        where: { id: { in: ids.filter((id) => UUID.test(id)) }, state: 'open', late: true },
        select: { id: true },
      });
      return new Set(found.map(({ id }) => id));
    },
    namesOf: async (ids) => {
      const found = await db.$queryRawUnsafe<{ id: string; name: Name }[]>(
        `SELECT DISTINCT ON (institution_id) institution_id AS id, name FROM institution_name
         WHERE institution_id = ANY($1::uuid[]) ORDER BY institution_id, from_day DESC`,
        ids.filter((id) => UUID.test(id)),
      );
      return new Map(found.map(({ id, name }) => [id, name]));
    },
  };
};
