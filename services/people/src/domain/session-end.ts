import { aggregate } from '@madang/decider';

export type SessionEnd = { readonly isOver: true };

/** A session is the portal's; that it ended is written down once, and it never begins again. */
export const session = aggregate<SessionEnd>('session', () => ({ isOver: true }), { ofManyForums: true });
