import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { waitPage } from '../../pages/gate-pages.tsx';
import type { LimiterOf } from '../../queries/limiter.ts';
import { sendProblem } from '../api/problem.ts';
import { isPage } from '../rights/by.ts';
import { typedOf } from '../rights/typed-of.ts';
import type { Who } from '../who.ts';
import { secondsToWait } from './seconds-to-wait.ts';

/** Routes that are asked by POST and write nothing of a citizen's: they have limits of their own, or need none. */
const ELSEWHERE = /^\/oidc(\/|$)|^(\/ko|\/en)?\/sign-(in|out)(\/|$)|^\/api\/.+\/query$/;

/** Too much at once: a page for who sent a form, with what was typed where it was read; a problem for everybody else. */
export const sendTooMany = (request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply => {
  reply.code(429).header('retry-after', seconds);
  if (!isPage(request))
    return sendProblem(reply, 429, {
      code: 'too-many-requests',
      remedy: 'Wait a minute, then send it again: it counts once.',
    });
  const typed = typedOf(request);
  const isKept = Object.keys(typed).length > 0;
  const lang = request.routeOptions.url?.startsWith('/en') ? 'en' : 'ko';
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(waitPage({ seconds, isKept, typed, address: request.url }, lang));
};

/**
 * Citizens write a few times a minute, from whichever address; officials as often as their work asks. Counted by the
 * pseudonym that their browser keeps, and by the address for whoever has none so far; by the route that was matched, for
 * whoever asks writes the rest of the address. Open when it cannot be counted: what somebody has to say weighs more than a
 * minute without a limit.
 */
export const writingLimit = (
  app: FastifyInstance,
  { knownAs }: Who,
  limiterOf: LimiterOf,
  perMinute: number,
  onFault: (fault: unknown) => void,
): void => {
  const limiter = limiterOf('writing', perMinute);
  const waitOf = async (request: FastifyRequest): Promise<number | undefined> => {
    const actor = knownAs(request);
    try {
      return await secondsToWait(limiter, actor ? `person ${actor.id}` : `address ${request.ip}`);
    } catch (fault) {
      onFault(fault);
      return undefined;
    }
  };
  app.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method !== 'POST' || ELSEWHERE.test(request.routeOptions.url ?? '')) return;
    if (knownAs(request)?.roles.some((role) => role !== 'citizen')) return;
    const wait = await waitOf(request);
    if (wait === undefined) return;
    return sendTooMany(request, reply, wait);
  });
};
