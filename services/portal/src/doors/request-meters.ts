import type { Meters } from '@madang/service-kit';
import type { FastifyInstance } from 'fastify';

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** Each request is counted under its route as it is written: an address is anybody's to choose, and may hold a receipt's key. */
export const requestMeters = (app: FastifyInstance, meters: Meters): void => {
  app.addHook('onResponse', (request, reply, done) => {
    meters.requested({
      method: METHODS.includes(request.method) ? request.method : 'other',
      route: request.routeOptions.url ?? 'no route',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
    done();
  });
};
