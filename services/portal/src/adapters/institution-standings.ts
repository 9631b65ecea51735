import type { Db } from '@madang/record';
import { countsAs } from '../domain/counts-as.ts';
import type { Name } from '../domain/name-on.ts';
import type { Prisma } from './generated/prisma/client.ts';

const COLUMNS = { onTime: 'on_time', late: 'late', silent: 'silent', open: 'open' } as const;
type Duty = Parameters<typeof countsAs>[0] & { readonly actingInstitutionId: string };

/** Keeps how punctual each institution is, duty by duty, so that no page counts duties. */
export const institutionStandings = (db: Db) => {
  const tables = db as unknown as Prisma.TransactionClient;
  const count = async (duty: Duty | null, by: number): Promise<void> => {
    const as = duty && countsAs(duty);
    if (!as) return;
    const column = COLUMNS[as];
    await db.$executeRawUnsafe(
      `INSERT INTO institution_standing (institution_id, ${column}) VALUES ($1::uuid, $2::int)
       ON CONFLICT (institution_id) DO UPDATE SET ${column} = institution_standing.${column} + excluded.${column}`,
      duty.actingInstitutionId,
      by,
    );
  };
  const dutyBy = (id: string): Promise<Duty | null> =>
    tables.obligationRow.findUnique({
      where: { id },
      select: { actingInstitutionId: true, state: true, late: true, silent: true },
    });
  return {
    /** Duties that are new and open. */
    added: async (rows: readonly { readonly institutionId: string }[]): Promise<void> => {
      for (const [actingInstitutionId, of] of Map.groupBy(rows, (one) => one.institutionId))
        await count({ actingInstitutionId, state: 'open', late: false, silent: false }, of.length);
    },
    /** Writes a change of a duty, and counts it as what it is then, for whoever acts then. */
    changing: async (id: string, write: () => Promise<unknown>): Promise<void> => {
      const before = await dutyBy(id);
      await write();
      const after = await dutyBy(id);
      const isSame =
        before?.actingInstitutionId === after?.actingInstitutionId &&
        (before && countsAs(before)) === (after && countsAs(after));
      if (isSame) return;
      await count(before, -1);
      await count(after, 1);
    },
    /** By its latest name institutions stand in their order. */
    named: async (institutionId: string): Promise<void> => {
      const latest = await tables.institutionName.findFirst({
        where: { institutionId },
        orderBy: { fromDay: 'desc' },
      });
      const called = (latest?.name as Name | undefined)?.ko ?? null;
      await tables.institutionStanding.upsert({
        where: { institutionId },
        create: { institutionId, called },
        update: { called },
      });
    },
  };
};
