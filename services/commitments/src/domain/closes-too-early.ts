import type { Actor } from '@madang/contracts';
import { type Decision, refused } from '@madang/decider';

/** What was announced to stay open does so. A process waited for the very instant, so it is not asked twice by another clock. */
export const closesTooEarly = (actor: Actor, now: string, closesAt: string): Decision | undefined =>
  actor.roles.includes('process') || now >= closesAt
    ? undefined
    : refused(
        'closing-day-not-reached',
        'Wait until the announced closing, or move the deadline by a decision.',
        { closesAt },
      );
