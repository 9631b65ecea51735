import cookie from '@fastify/cookie';
import type { Actor } from '@madang/contracts';
import { issuesOf } from '@madang/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LimiterOf } from '../queries/limiter.ts';
import { sendProblem } from './api/problem.ts';
import { anonymous, SESSION_SECONDS, SignIn, sessions, VISITOR_SECONDS } from './session.ts';
import { fewAMinute } from './sign-in/few-a-minute.ts';

const SESSION = 'madang-session';
const VISITOR = 'madang-visitor';

export type ActorOf = (request: FastifyRequest, reply?: FastifyReply) => Actor;
/** Who asks, and how a session of the development sign-in begins and ends. */
export type Who = {
  readonly actorOf: ActorOf;
  /** Whoever a request brings a valid session or pseudonym of; nobody is made up. */
  readonly knownAs: (request: FastifyRequest) => Actor | undefined;
  readonly signIn: (request: FastifyRequest, reply: FastifyReply, actor: Actor) => void;
  readonly signOut: (reply: FastifyReply) => void;
};

const isWriting = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD';

/**
 * A browser that sends our cookie sends it whatever page made it ask. Browsers say where a request comes from; what is not
 * from our own pages is not taken under a cookie.
 */
export const isFromElsewhere = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
};

/**
 * Who asks: by a bearer token or a session cookie of the development sign-in, or a citizen without an account under a
 * pseudonym that a signed cookie keeps from the first writing request on. A reader is given no cookie.
 */
export const whoAsks = async (
  app: FastifyInstance,
  secret: Buffer,
  believing: {
    readonly believesAll: boolean;
    readonly signInsPerMinute: number;
    readonly limiterOf: LimiterOf;
  },
): Promise<Who> => {
  await app.register(cookie);
  const keep = sessions(secret);
  const known = new WeakMap<FastifyRequest, Actor>();
  const kept = (request: FastifyRequest) => ({
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: request.protocol === 'https',
    path: '/',
  });
  const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
    headers.authorization?.replace(/^Bearer /i, '');

  app.addHook('onRequest', async (request, reply) => {
    const given = bearerOf(request);
    const actor = keep.read(given);
    if (actor) known.set(request, actor);
    if (given && !actor)
      return sendProblem(reply, 401, { code: 'session-not-valid', remedy: 'Sign in again.' });
    const cookies = request.cookies[SESSION] ?? request.cookies[VISITOR];
    if (!given && cookies && isWriting(request) && isFromElsewhere(request))
      return sendProblem(reply, 403, {
        code: 'from-another-site',
        remedy: 'Ask from a page of this site, or with a bearer token and without cookies.',
      });
  });

  const few = fewAMinute(believing.limiterOf, 'sign-in', believing.signInsPerMinute);
  if (believing.believesAll)
    app.post('/sign-in', few, async (request, reply) => {
      const body = SignIn.safeParse(request.body);
      if (!body.success)
        return sendProblem(reply, 400, {
          code: 'invalid',
          issues: issuesOf(body.error),
          remedy: 'Mend what the issues name.',
        });
      const { personId, roles, institutionId } = body.data;
      const token = keep.issue({ id: personId, roles, ...(institutionId ? { institutionId } : {}) });
      return reply.setCookie(SESSION, token, { ...kept(request), maxAge: SESSION_SECONDS }).send({ token });
    });
  app.post('/sign-out', async (_request, reply) =>
    reply.clearCookie(SESSION, { path: '/' }).code(204).send(),
  );

  const knownAs = (request: FastifyRequest): Actor | undefined =>
    keep.read(bearerOf(request)) ??
    keep.read(request.cookies[SESSION]) ??
    keep.readVisitor(request.cookies[VISITOR]);

  const actorOf: ActorOf = (request, reply) => {
    const before = known.get(request);
    if (before) return before;
    const bearer = bearerOf(request);
    const actor = knownAs(request) ?? anonymous();
    const isNew = !bearer && !request.cookies[SESSION] && !keep.readVisitor(request.cookies[VISITOR]);
    if (isNew && reply && isWriting(request))
      reply.setCookie(VISITOR, keep.issueVisitor(actor), { ...kept(request), maxAge: VISITOR_SECONDS });
    known.set(request, actor);
    return actor;
  };
  return {
    actorOf,
    knownAs,
    signIn: (request, reply, actor) =>
      void reply.setCookie(SESSION, keep.issue(actor), { ...kept(request), maxAge: SESSION_SECONDS }),
    signOut: (reply) => void reply.clearCookie(SESSION, { path: '/' }),
  };
};
