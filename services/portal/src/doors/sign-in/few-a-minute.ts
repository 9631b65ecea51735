import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LimiterOf } from '../../queries/limiter.ts';
import { sendProblem } from '../api/problem.ts';
import { secondsToWait } from './seconds-to-wait.ts';

/**
 * Before a route: few requests a minute from one address. Closed when they cannot be counted, since guessing a way in is worse
 * than waiting for one.
 */
export const fewAMinute = (limiterOf: LimiterOf, what: string, perMinute: number) => {
  const limiter = limiterOf(what, perMinute);
  return {
    onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
      const wait = await secondsToWait(limiter, request.ip);
      if (wait !== undefined)
        return sendProblem(reply.header('retry-after', wait), 429, {
          code: 'too-many-requests',
          remedy: 'Wait a minute, then try again.',
        });
      return undefined;
    },
  };
};
