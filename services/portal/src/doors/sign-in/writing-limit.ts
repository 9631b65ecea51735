import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LimiterOf } from '../../queries/limiter.ts';
import { sendProblem } from '../api/problem.ts';
import type { Who } from '../who.ts';
import { secondsToWait } from './seconds-to-wait.ts';

/** What is asked by POST and writes nothing of a citizen's: it has limits of its own, or needs none. */
const ELSEWHERE = /^\/oidc|\/sign-(in|out)|\/query$/;

/**
 * Citizens write a few times a minute, from whichever address; officials as often as their work asks. Counted by the
 * pseudonym that their browser keeps, and by the address for whoever has none so far. Open when it cannot be counted: what
 * somebody has to say weighs more than a minute without a limit.
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
    if (request.method !== 'POST' || ELSEWHERE.test(request.url)) return;
    if (knownAs(request)?.roles.some((role) => role !== 'citizen')) return;
    const wait = await waitOf(request);
    if (wait === undefined) return;
    return sendProblem(reply.header('retry-after', wait), 429, {
      code: 'too-many-requests',
      remedy: 'Wait a minute, then send it again: it counts once.',
    });
  });
};
