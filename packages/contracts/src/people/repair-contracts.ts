import { z } from 'zod';
import { command, event, query } from '../kernel/define.ts';
import { Id, Instant, word } from '../kernel/primitives.ts';

/**
 * What an operator may do to what runs. `replay-parked` takes a parked fact in again; `remind`, `extend` and `reassign` are
 * made to an obligation; `reconcile` starts whatever is missing. Upkeep of the system itself is of no forum (`NO_FORUM`).
 */
export const Repair = z.enum([
  ...['look-again', 'skip-wait', 'restart-from-facts', 'replay-parked', 'remind', 'extend', 'reassign'],
  'reconcile',
] as const);
export type Repair = z.infer<typeof Repair>;
const repair = { forumId: Id, repairId: Id, processId: word(200), repair: Repair, reasonCode: word(60) };

export const RecordRepair = command(
  'people.record-repair.v1',
  ['operator'],
  'Write down a repair in one’s own name, before it is made.',
  z.strictObject(repair),
);
export const RepairRecorded = event(
  'people.repair.recorded.v1',
  'An operator has repaired a process, or had a parked fact taken in again.',
  z.object({ ...repair, personId: Id }),
);
export const RepairsOf = query(
  'people.repairs-of.v1',
  ['operator', 'secretariat'],
  'Who repaired what and why, the latest first.',
  z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  z.object({ repairs: z.array(z.object({ ...repair, personId: Id, at: Instant })) }),
);
