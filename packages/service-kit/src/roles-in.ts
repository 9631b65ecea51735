import { type Actor, holdsIn, type Role } from '@madang/contracts';

/** The roles that somebody has in a forum: where theirs do not hold, they are a citizen like everybody. */
export const rolesIn = (actor: Actor, forumId: string | undefined): readonly Role[] =>
  forumId === undefined || holdsIn(actor, forumId) ? actor.roles : ['citizen'];
