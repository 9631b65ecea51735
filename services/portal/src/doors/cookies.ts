import type { FastifyRequest } from 'fastify';

/** What the portal asks browsers to keep: names, and how they are kept. */
export type Cookies = {
  readonly session: string;
  readonly visitor: string;
  /** Names under which a pseudonym was kept by an earlier version. */
  readonly formerVisitor: string;
  /** A cookie that goes to one part of the site alone, by its plain name. */
  readonly within: (name: string) => string;
  /** `path`: which part of the site it is sent to. */
  readonly kept: (
    request: FastifyRequest,
    path?: string,
  ) => {
    readonly httpOnly: true;
    readonly sameSite: 'lax';
    readonly secure: boolean;
    readonly path: string;
  };
};

/**
 * In production every cookie travels over TLS alone, and says so in its name: `__Host-` for the whole site, `__Secure-` for a
 * part of it, so that no other host of the domain can set one.
 */
export const cookiesFor = (isProduction: boolean): Cookies => ({
  session: isProduction ? '__Host-madang-session' : 'madang-session',
  visitor: isProduction ? '__Host-madang-visitor' : 'madang-visitor',
  formerVisitor: 'madang-visitor',
  within: (name) => (isProduction ? `__Secure-${name}` : name),
  kept: (request, path = '/') => ({
    ...{ httpOnly: true, sameSite: 'lax', path },
    secure: isProduction || request.protocol === 'https',
  }),
});
