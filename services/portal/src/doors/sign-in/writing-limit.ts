import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LimiterOf } from '../../queries/limiter.ts';
import type { Who } from '../who.ts';
import { secondsToWait } from './seconds-to-wait.ts';
import { sendTooMany } from './send-too-many.ts';

/** Routes that are asked by POST and write nothing of a citizen's: they have limits of their own, or need none. */
const ELSEWHERE = /^\/oidc(\/|$)|^(\/ko|\/en)?\/sign-(in|out)(\/|$)|^\/api\/.+\/query$/;

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
