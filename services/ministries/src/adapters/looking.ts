import type { InstitutionLooks } from '../commands/institutions.ts';
import type { ImposedLooks } from '../commands/obligation-begins.ts';
import type { ClimbLooks } from '../commands/obligation-climbs.ts';
import type { EndLooks } from '../commands/obligation-ends.ts';
import type { PlaceLooks } from '../commands/obligation-moves.ts';
import type { SignOffLooks } from '../commands/sign-offs.ts';
import type { Institution } from '../domain/institution.ts';
import type { ForumPlace } from '../domain/new-ladder.ts';
import type { OpenOfCycle } from '../reactions/shift-with-the-cycle.ts';
import { shown } from './shown.ts';
import type { Tables } from './tables.ts';

type Looks = InstitutionLooks &
  ImposedLooks &
  ClimbLooks &
  PlaceLooks &
  EndLooks &
  SignOffLooks &
  OpenOfCycle;

/** An institution as the record keeps it. */
export const institutionState = async (tables: Tables, id: string): Promise<Institution | undefined> =>
  (await tables.aggregateState.findUnique({ where: { type_id: { type: 'institution', id } } }))?.state as
    | Institution
    | undefined;

/** What decisions and reactions look up. */
export const looking = (tables: Tables): Looks => {
  const placeOf = async (id: string): Promise<ForumPlace | undefined> => {
    const forum = await tables.forumCopy.findUnique({ where: { id } });
    return forum ? (forum as unknown as ForumPlace) : undefined;
  };
  const standsFor = async (institutionId: string): Promise<string> => {
    const next = (await institutionState(tables, institutionId))?.succession?.obligationsTo;
    return next ? standsFor(next) : institutionId;
  };
  return {
    placeOf,
    institutionWithCode: async (forumId, code) =>
      (await tables.institutionCode.findUnique({ where: { forumId_code: { forumId, code } } }))?.id,
    openObligationsWith: async (id) =>
      (
        await tables.obligationRow.findMany({
          where: { state: 'open', OR: [{ institutionId: id }, { actingInstitutionId: id }] },
          select: { id: true },
          orderBy: { id: 'asc' },
        })
      ).map((row) => row.id),
    obligationsLike: async (institutionId, obligationKind) =>
      (
        await tables.obligationRow.findMany({
          where: { institutionId, obligationKind, state: { not: 'withdrawn' } },
        })
      ).map(shown),
    climbLook: async (id) => {
      const row = await tables.obligationRow.findUnique({ where: { id } });
      const cycleId = row?.cycleId;
      return {
        acting: row ? await institutionState(tables, row.actingInstitutionId) : undefined,
        place: row ? await placeOf(row.forumId) : undefined,
        suspended: cycleId ? (await tables.suspendedCycle.count({ where: { cycleId } })) > 0 : false,
      };
    },
    successorsFor: async (id) => {
      const row = await tables.obligationRow.findUnique({ where: { id } });
      const parts = row ? [...new Set([row.institutionId, row.actingInstitutionId])] : [];
      const passings = [];
      for (const institutionId of parts) {
        const toInstitutionId = await standsFor(institutionId);
        if (toInstitutionId !== institutionId) passings.push({ institutionId, toInstitutionId });
      }
      return passings;
    },
    signOffsOf: (cycleId) =>
      tables.obligationRow.findMany({
        where: { cycleId, obligationKind: 'sign-off', state: { not: 'withdrawn' } },
        select: { institutionId: true, imposedOnId: true, state: true, verdict: true },
      }),
    openObligationsOf: async (cycleId) =>
      (
        await tables.obligationRow.findMany({
          where: { cycleId, state: 'open' },
          select: { id: true },
          orderBy: { id: 'asc' },
        })
      ).map((row) => row.id),
  };
};
