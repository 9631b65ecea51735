import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../api/problem.ts';
import type { ActorOf } from '../who.ts';

/** Whether somebody comes with a session or a pseudonym; who has none is given one by whatever they ask, not here. */
const isNamed = ({ cookies, headers }: FastifyRequest): boolean =>
  Boolean(cookies['madang-visitor'] ?? cookies['madang-session'] ?? headers.authorization);

/**
 * Citizens write a few times a minute, from whichever address; officials as often as their work asks. Counted by the
 * pseudonym that their browser keeps, and by the address for whoever has none so far.
 */
export const writingLimit = (app: FastifyInstance, actorOf: ActorOf, perMinute: number): void => {
  const count = app.createRateLimit({
    max: perMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) =>
      isNamed(request) ? `person ${actorOf(request).id}` : `address ${request.ip}`,
  });
  app.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method !== 'POST' || request.url.startsWith('/oidc') || request.url.endsWith('/query'))
      return;
    if (isNamed(request) && actorOf(request).roles.some((role) => role !== 'citizen')) return;
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    return sendProblem(reply.header('retry-after', counted.ttlInSeconds), 429, {
      code: 'too-many-requests',
      remedy: 'Wait a minute, then send it again: it counts once.',
    });
  });
};
