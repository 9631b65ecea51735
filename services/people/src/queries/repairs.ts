import { NO_FORUM_ID, RepairsOf } from '@madang/contracts';
import { responds } from '@madang/decider';
import type { RepairRow } from '../projections/repairs.ts';

export type RepairRows = {
  readonly repairs: (forumIds: readonly string[] | undefined, most: number) => Promise<readonly RepairRow[]>;
};

export const repairsOf = responds(RepairsOf, async (rows: RepairRows, { limit }, { actor }) => ({
  repairs: (await rows.repairs(actor.forumIds && [...actor.forumIds, NO_FORUM_ID], limit)).map(
    ({ id, forumId, processId, repair, reasonCode, personId, at }) => ({
      ...{ repairId: id, forumId, processId, repair, reasonCode, personId, at },
    }),
  ),
}));
