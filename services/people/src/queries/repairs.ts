import { RepairsOf } from '@madang/contracts';
import { responds } from '@madang/decider';
import type { RepairRow } from '../projections/repairs.ts';

export type RepairRows = { readonly repairs: (most: number) => Promise<readonly RepairRow[]> };

export const repairsOf = responds(RepairsOf, async (rows: RepairRows, { limit }) => ({
  repairs: (await rows.repairs(limit)).map(
    ({ id, forumId, processId, repair, reasonCode, personId, at }) => ({
      ...{ repairId: id, forumId, processId, repair, reasonCode, personId, at },
    }),
  ),
}));
