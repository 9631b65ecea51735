import cookie from '@fastify/cookie';
import type { Actor } from '@madang/contracts';
import { issuesOf } from '@madang/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LimiterOf } from '../queries/limiter.ts';
import type { Session } from '../queries/sessions.ts';
import { sendProblem } from './api/problem.ts';
import { type Cookies, cookiesFor } from './cookies.ts';
import { anyone, isPage } from './rights/by.ts';
import { anonymous, pseudonyms, SignIn, VISITOR_SECONDS } from './session.ts';
import { browserOf } from './sign-in/browser-of.ts';
import { fewAMinute } from './sign-in/few-a-minute.ts';
import type { SessionKeeper } from './sign-in/session-keeper.ts';

export type ActorOf = (request: FastifyRequest, reply?: FastifyReply) => Actor;
/** Who asks, and how a session begins and ends. */
export type Who = {
  readonly actorOf: ActorOf;
  /** Whoever a request brings a valid session or pseudonym of; nobody is made up. */
  readonly knownAs: (request: FastifyRequest) => Actor | undefined;
  readonly sessionOf: (request: FastifyRequest) => Session | undefined;
  /** Whether a browser brought a session that is over. */
  readonly isOver: (request: FastifyRequest) => boolean;
  /** `signInId`: the way in whose roles are asked for again and again; none for the sign-in of development. */
  readonly signIn: (
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    signInId: string | null,
  ) => Promise<void>;
  readonly signOut: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  readonly sessions: SessionKeeper;
  readonly cookies: Cookies;
};
type Believing = {
  readonly believesAll: boolean;
  readonly signInsPerMinute: number;
  readonly limiterOf: LimiterOf;
  readonly isProduction?: boolean;
  /** Told when somebody was believed. */
  readonly onBelieved?: (actor: Actor) => void;
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
 * Who asks: by a bearer token or a cookie, each a session with a row of its own, or a citizen without an account under a
 * pseudonym that a signed cookie keeps from the first writing request on. A reader is given no cookie.
 */
export const whoAsks = async (
  app: FastifyInstance,
  secret: Buffer,
  sessions: SessionKeeper,
  { believesAll, signInsPerMinute, isProduction = false, onBelieved, limiterOf }: Believing,
): Promise<Who> => {
  await app.register(cookie);
  const cookies = cookiesFor(isProduction);
  const names = pseudonyms(secret);
  const running = new WeakMap<FastifyRequest, Session>();
  const made = new WeakMap<FastifyRequest, Actor>();
  const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
    headers.authorization?.replace(/^Bearer /i, '');
  const visitorOf = ({ cookies: brought }: FastifyRequest): Actor | undefined =>
    names.read(brought[cookies.visitor]) ?? names.read(brought[cookies.formerVisitor]);

  app.addHook('onRequest', async (request, reply) => {
    const given = bearerOf(request);
    const session = await sessions.look(given ?? request.cookies[cookies.session]);
    if (session) running.set(request, session);
    if (given && !session)
      return sendProblem(reply, 401, { code: 'session-not-valid', remedy: 'Sign in again.' });
    const brought = request.cookies[cookies.session] ?? request.cookies[cookies.visitor];
    // Whoever sends a form of a page is answered by a page.
    if (!given && brought && isWriting(request) && !isPage(request) && isFromElsewhere(request))
      return sendProblem(reply, 403, {
        code: 'from-another-site',
        remedy: 'Ask from a page of this site, or with a bearer token and without cookies.',
      });
  });

  const begin = async (
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    signInId: string | null,
  ): Promise<string> => {
    const browser = browserOf(request.headers['user-agent']);
    const before = bearerOf(request) ? undefined : running.get(request);
    const token = await sessions.begin(actor, { signInId, browser });
    // A browser has one session: whoever signs in anew leaves none behind that nobody can see.
    if (before) await sessions.end(before, 'signed-out');
    if (signInId === null) onBelieved?.(actor);
    reply.setCookie(cookies.session, token, cookies.kept(request));
    return token;
  };
  const signOut = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const session = running.get(request);
    reply.clearCookie(cookies.session, cookies.kept(request));
    running.delete(request);
    if (session) await sessions.end(session, 'signed-out');
  };

  const few = { ...anyone, ...fewAMinute(limiterOf, 'sign-in', signInsPerMinute) };
  if (believesAll)
    app.post('/sign-in', few, async (request, reply) => {
      const body = SignIn.safeParse(request.body);
      if (!body.success)
        return sendProblem(reply, 400, {
          code: 'invalid',
          issues: issuesOf(body.error),
          remedy: 'Mend what the issues name.',
        });
      const { personId: id, roles, institutionId, forumIds } = body.data;
      const actor = {
        ...{ id, roles },
        ...(institutionId ? { institutionId } : {}),
        ...(forumIds ? { forumIds } : {}),
      };
      return reply.send({ token: await begin(request, reply, actor, null) });
    });
  app.post('/sign-out', { config: { by: 'anyone' } }, async (request, reply) => {
    await signOut(request, reply);
    return reply.code(204).send();
  });

  const knownAs = (request: FastifyRequest): Actor | undefined =>
    running.get(request)?.actor ?? visitorOf(request);
  const actorOf: ActorOf = (request, reply) => {
    const known = knownAs(request) ?? made.get(request);
    if (known) return known;
    const actor = anonymous();
    made.set(request, actor);
    if (reply && isWriting(request))
      reply.setCookie(cookies.visitor, names.issue(actor), {
        ...cookies.kept(request),
        maxAge: VISITOR_SECONDS,
      });
    return actor;
  };
  return {
    ...{ actorOf, knownAs, signOut, sessions, cookies },
    sessionOf: (request) => running.get(request),
    isOver: (request) => request.cookies[cookies.session] !== undefined && !running.has(request),
    signIn: async (request, reply, actor, signInId) => void (await begin(request, reply, actor, signInId)),
  };
};
