import type { MinistryReading } from '../queries/ministries.ts';
import { institutionState } from './looking.ts';
import { shown } from './shown.ts';
import type { Tables } from './tables.ts';

/** What queries read. */
export const reading = (tables: Tables): MinistryReading => ({
  obligation: async (id) => {
    const row = await tables.obligationRow.findUnique({ where: { id } });
    return row ? shown(row) : undefined;
  },
  obligations: async ({ institutionId, cycleId, state, cursor, take }) => {
    const last = cursor ? await tables.obligationRow.findUnique({ where: { id: cursor } }) : null;
    const found = await tables.obligationRow.findMany({
      where: {
        ...(cycleId ? { cycleId } : {}),
        ...(state ? { state } : {}),
        AND: [
          institutionId ? { OR: [{ institutionId }, { actingInstitutionId: institutionId }] } : {},
          last ? { OR: [{ dueOn: { gt: last.dueOn } }, { dueOn: last.dueOn, id: { gt: last.id } }] } : {},
        ],
      },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take,
    });
    return found.map(shown);
  },
  openOnes: async (after, take) => {
    const found = await tables.obligationRow.findMany({
      where: { state: 'open', ...(after ? { id: { gt: after } } : {}) },
      select: { id: true, forumId: true },
      orderBy: { id: 'asc' },
      take,
    });
    const forums = await tables.forumCopy.findMany({
      where: { id: { in: [...new Set(found.map((row) => row.forumId))] } },
    });
    const stepped = new Set(forums.filter(({ clock }) => clock === 'stepped').map(({ id }) => id));
    return found.map(({ id, forumId }) => ({
      obligationId: id,
      forumId,
      clock: stepped.has(forumId) ? 'stepped' : 'wall',
    }));
  },
  institutionState: (id) => institutionState(tables, id),
});
