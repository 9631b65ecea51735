import type { Actor } from '@madang/contracts';
import { holdsIn, type Role } from '@madang/contracts';
import type { FastifyRequest, RouteOptions } from 'fastify';

/** Who may ask a route: some roles, or anybody; somebody who has not signed in is a citizen. */
export type By = 'anyone' | readonly Role[];

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may ask; a route that does not say is asked by nobody, and a spec says how to mend it. */
    by?: By;
    /** The forum of what an address names, where its id is not in the read model; the service judges again. */
    forumOf?: (request: FastifyRequest) => Promise<string | undefined>;
  }
}

/** Where a route that says nothing is asked by one role, whatever is built there. */
const DEFAULTS: readonly (readonly [RegExp, By])[] = [
  [/^\/(ko|en)\/desk(\/|$)/, ['secretariat']],
  [/^\/(ko|en)\/console(\/|$)/, ['operator']],
];

/** What a route says of who may ask it, or the default of its part of the site. */
export const byOf = ({ url, config }: Pick<RouteOptions, 'url' | 'config'>): By | undefined =>
  config?.by ?? DEFAULTS.find(([pattern]) => pattern.test(url))?.[1];

/** Whether a route is a page of the site, in a language. */
export const isPage = ({ routeOptions: { url } }: FastifyRequest): boolean =>
  /^\/(ko|en)(\/|$)/.test(url ?? '');

/** `forumId`: where the roles must hold; left out where no forum is named. */
export const maySay = (by: By, actor: Actor, forumId?: string): boolean =>
  by === 'anyone' ||
  ((forumId === undefined || holdsIn(actor, forumId)) && actor.roles.some((role) => by.includes(role)));

/** What stands beside a route that anybody may ask; whatever it asks of a service is judged there. */
export const anyone = { config: { by: 'anyone' } } as const;

/** What stands beside a route that is for some roles. */
export const only = (...by: readonly Role[]) => ({ config: { by } });
