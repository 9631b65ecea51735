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

/**
 * Who asked, by pseudonymous id: never a name or an address. `institutionId` for those who act for one. `forumIds`: where the
 * roles hold; elsewhere this person is a citizen. Left out by the clock and the development sign-in, whose roles hold everywhere.
 */
export const Actor = z.object({
  id: Id,
  roles: z.array(Role).min(1),
  institutionId: Id.optional(),
  forumIds: z.array(Id).max(50).optional(),
});

/** Whether an actor's roles hold in a forum. */
export const holdsIn = (actor: Actor, forumId: string): boolean =>
  actor.forumIds === undefined || actor.forumIds.includes(forumId);
export type Actor = z.infer<typeof Actor>;
