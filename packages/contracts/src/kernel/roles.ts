import { z } from 'zod';
import { Id } from './primitives.ts';

/** Who may ask. `process` is the clock: a workflow asking on behalf of the rules. */
export const Role = z.enum([
  'citizen',
  'member',
  'co-chair',
  'secretariat',
  'ministry',
  'operator',
  'process',
]);
export type Role = z.infer<typeof Role>;

/** Who asked, by pseudonymous id: never a name or an address. `institutionId` for those who act for one. */
export const Actor = z.object({
  id: Id,
  roles: z.array(Role).min(1),
  institutionId: Id.optional(),
});
export type Actor = z.infer<typeof Actor>;
