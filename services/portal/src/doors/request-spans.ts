import { type Span, tracing } from '@madang/telemetry';
import type { FastifyInstance } from 'fastify';

/**
 * Each request is a trace of its own, whatever the asker says of traces. It is named after its route: the address itself
 * may hold a receipt's key or what somebody looked for.
 */
export const requestSpans = (app: FastifyInstance): void => {
  const on = tracing();
  if (!on) return;
  const spans = new WeakMap<object, Span>();
  app.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url ?? 'no route';
    const span = on.begin(`${request.method} ${route}`, {
      kind: 'server',
      root: true,
      facts: { 'http.request.method': request.method, 'http.route': route },
    });
    spans.set(request, span);
    on.within(span, done);
  });
  // Reading a body leaves the span behind.
  app.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request);
    if (span) on.within(span, done);
    else done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    span?.note({ 'http.response.status_code': reply.statusCode });
    span?.end(reply.statusCode >= 500 ? { name: 'answered', code: String(reply.statusCode) } : undefined);
    done();
  });
};
