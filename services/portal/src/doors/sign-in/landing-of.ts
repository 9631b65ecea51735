import type { Actor } from '@madang/contracts';

/** Where the work of whoever signs in lies, after the language. */
export const landingOf = ({ roles }: Pick<Actor, 'roles'>): string => {
  if (roles.includes('secretariat')) return '/desk';
  if (roles.includes('operator')) return '/console';
  if (roles.includes('ministry')) return '/inbox';
  return roles.includes('co-chair') || roles.includes('member') ? '/seat' : '';
};

const WITHIN = /^\/(ko|en)(\/[\w./-]*)?(\?[\w.%&=+~-]*)?$/;

/** A page of this site that somebody wanted before they signed in; anything else leads nowhere. */
export const wayBack = (given: unknown): string | undefined =>
  typeof given === 'string' && given.length <= 500 && WITHIN.test(given) && !given.includes('//')
    ? given
    : undefined;
