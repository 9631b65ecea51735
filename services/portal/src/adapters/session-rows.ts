import { Actor } from '@madang/contracts';
import type { Database } from '@madang/record';
import type { Session, SessionRows } from '../queries/sessions.ts';
import type { Prisma, SessionRow } from './generated/prisma/client.ts';

const sessionOf = ({ id, actor, signInId, browser, beganAt, seenAt }: SessionRow): Session => ({
  ...{ id, signInId, browser, beganAt, seenAt },
  actor: Actor.parse(actor),
});

/** Sessions in the portal's own schema. */
export const sessionRows = (database: Database): SessionRows => {
  const { sessionRow } = database as unknown as Prisma.TransactionClient;
  return {
    add: async (tokenHash, { actor, ...session }) =>
      void (await sessionRow.create({ data: { ...session, tokenHash, personId: actor.id, actor } })),
    find: async (tokenHash) => {
      const row = await sessionRow.findUnique({ where: { tokenHash } });
      return row ? sessionOf(row) : undefined;
    },
    see: async (id, seenAt) => void (await sessionRow.updateMany({ where: { id }, data: { seenAt } })),
    of: async (personId) =>
      (await sessionRow.findMany({ where: { personId }, orderBy: { beganAt: 'desc' }, take: 100 })).map(
        sessionOf,
      ),
    end: async (id) => (await sessionRow.deleteMany({ where: { id } })).count > 0,
    over: async (seenBefore, begunBefore, take) =>
      (
        await sessionRow.findMany({
          where: { OR: [{ seenAt: { lt: seenBefore } }, { beganAt: { lt: begunBefore } }] },
          take,
        })
      ).map(sessionOf),
  };
};
