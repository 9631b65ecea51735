import type { ObligationKind, ObligationStanding, ResultOf, Rung } from '@madang/contracts';
import type { Db } from '@madang/record';
import type { OpenObligationRows } from '../commands/institutions.ts';
import type { CircumstanceRows, Circumstances } from '../commands/obligations.ts';
import type { SignOffRows } from '../commands/sign-offs.ts';
import type { CycleObligationRows, ForumWriter } from '../copies/forums.ts';
import type { Institution } from '../domain/institution.ts';
import type { Obligation } from '../domain/obligation.ts';
import type { ObligationWriter } from '../projections/obligations.ts';
import type { ObligationReader } from '../queries/obligations.ts';
import type { ObligationRow, Prisma } from './generated/prisma/client.ts';

export type Rows = OpenObligationRows &
  CircumstanceRows &
  SignOffRows &
  CycleObligationRows &
  ForumWriter &
  ObligationWriter &
  ObligationReader;

const shown = (row: ObligationRow): ResultOf<typeof ObligationStanding> => ({
  obligationId: row.id,
  forumId: row.forumId,
  cycleId: row.cycleId,
  institutionId: row.institutionId,
  actingInstitutionId: row.actingInstitutionId,
  obligationKind: row.obligationKind as ObligationKind,
  subject: row.subject as never,
  state: row.state as 'open',
  dueOn: row.dueOn,
  lastRung: row.lastRung as Rung | null,
  late: row.late,
  silent: row.silent,
  extensionAsked: row.extensionAsked,
  ladderVersion: row.ladderVersion,
  ladder: row.ladder as never,
});

/** Every port of the service over the rows of one transaction. */
export const rows = (db: Db): Rows => {
  const tables = db as unknown as Prisma.TransactionClient;
  const stateOf = async <T>(type: string, id: string): Promise<T | undefined> =>
    (await tables.aggregateState.findUnique({ where: { type_id: { type, id } } }))?.state as T | undefined;
  const idsOf = async (where: Prisma.ObligationRowWhereInput): Promise<readonly string[]> =>
    (await tables.obligationRow.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })).map(
      (row) => row.id,
    );
  return {
    openObligationsOf: (institutionId) =>
      idsOf({ state: 'open', OR: [{ institutionId }, { actingInstitutionId: institutionId }] }),
    openObligationsIn: (cycleId) => idsOf({ cycleId, state: 'open' }),
    signedIn: async (cycleId) =>
      (
        await tables.obligationRow.findMany({
          where: {
            cycleId,
            state: 'discharged',
            obligationKind: 'sign-off',
            verdict: { in: ['signed', 'signed-with-reservation'] },
          },
        })
      ).map((row) => row.institutionId),
    circumstancesOf: async (forumId, { obligationId, key }) => {
      const forum = await tables.forumCopy.findUnique({ where: { id: forumId } });
      const known = await stateOf<Obligation>('obligation', obligationId);
      const suspended = known?.cycleId
        ? (await tables.suspendedCycle.findUnique({ where: { cycleId: known.cycleId } })) !== null
        : false;
      const acting = known ? await stateOf<Institution>('institution', known.actingInstitutionId) : undefined;
      const twin = key
        ? (await tables.obligationRow.findFirst({ where: { key, state: { not: 'withdrawn' } } }))?.id
        : undefined;
      const country: Circumstances['country'] = forum?.country === 'KR' ? 'KR' : 'none';
      return {
        zone: forum?.zone ?? 'UTC',
        country,
        rulePack: (forum?.rulePack ?? 'ogp-2022') as Circumstances['rulePack'],
        suspended,
        acting,
        twin,
      };
    },
    keepForum: async (row) => void (await tables.forumCopy.createMany({ data: [row], skipDuplicates: true })),
    suspend: async (cycleId, suspended) => {
      if (suspended) await tables.suspendedCycle.createMany({ data: [{ cycleId }], skipDuplicates: true });
      else await tables.suspendedCycle.deleteMany({ where: { cycleId } });
    },
    addObligation: async (row) =>
      void (await tables.obligationRow.createMany({
        data: [{ ...row, state: 'open', late: false, silent: false, extensionAsked: false }],
      })),
    changeObligation: async (id, change) =>
      void (await tables.obligationRow.updateMany({ where: { id }, data: change })),
    obligationRow: async (id) => {
      const row = await tables.obligationRow.findUnique({ where: { id } });
      return row ? shown(row) : undefined;
    },
    obligationRows: async ({ institutionId, cycleId, state, cursor }, take) => {
      const found = await tables.obligationRow.findMany({
        where: {
          ...(institutionId ? { OR: [{ institutionId }, { actingInstitutionId: institutionId }] } : {}),
          ...(cycleId ? { cycleId } : {}),
          ...(state ? { state } : {}),
          ...(cursor ? { id: { gt: cursor } } : {}),
        },
        orderBy: { id: 'asc' },
        take,
      });
      return found.map(shown);
    },
    openRows: async (cursor, take) => {
      const found = await tables.obligationRow.findMany({
        where: { state: 'open', ...(cursor ? { id: { gt: cursor } } : {}) },
        orderBy: { id: 'asc' },
        take,
      });
      const clocks = new Map(
        (
          await tables.forumClock.findMany({
            where: { forumId: { in: [...new Set(found.map((row) => row.forumId))] } },
          })
        ).map((row) => [row.forumId, row.clock]),
      );
      return found.map((row) => ({
        obligationId: row.id,
        forumId: row.forumId,
        clock: clocks.get(row.forumId) === 'stepped' ? ('stepped' as const) : ('wall' as const),
      }));
    },
    institutionState: (id) => stateOf('institution', id),
  };
};
