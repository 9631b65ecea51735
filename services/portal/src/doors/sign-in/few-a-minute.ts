import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LimiterOf } from '../../queries/limiter.ts';
import { secondsToWait } from './seconds-to-wait.ts';
import { sendTooMany } from './send-too-many.ts';

/**
 * Before a route: few requests a minute from one address. Closed when they cannot be counted, since guessing a way in is worse
 * than waiting for one.
 */
export const fewAMinute = (limiterOf: LimiterOf, what: string, perMinute: number) => {
  const limiter = limiterOf(what, perMinute);
  return {
    onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
      const wait = await secondsToWait(limiter, request.ip);
      if (wait !== undefined) return sendTooMany(request, reply, wait);
      return undefined;
    },
  };
};
