import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../api/problem.ts';
import type { Who } from '../who.ts';

/** What is asked by POST and writes nothing of a citizen's: it has limits of its own, or needs none. */
const ELSEWHERE = /^\/oidc|\/sign-(in|out)|\/query$/;

/**
 * Citizens write a few times a minute, from whichever address; officials as often as their work asks. Counted by the
 * pseudonym that their browser keeps, and by the address for whoever has none so far.
 */
export const writingLimit = (app: FastifyInstance, { knownAs }: Who, perMinute: number): void => {
  const count = app.createRateLimit({
    max: perMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => {
      const actor = knownAs(request);
      return actor ? `person ${actor.id}` : `address ${request.ip}`;
    },
  });
  app.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method !== 'POST' || ELSEWHERE.test(request.url)) return;
    if (knownAs(request)?.roles.some((role) => role !== 'citizen')) return;
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    return sendProblem(reply.header('retry-after', counted.ttlInSeconds), 429, {
      code: 'too-many-requests',
      remedy: 'Wait a minute, then send it again: it counts once.',
    });
  });
};
