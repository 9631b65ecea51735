import type { FastifyInstance } from 'fastify';
import { type By, byOf } from './by.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is, and who may ask it. */
    readonly madangRoutes: readonly CollectedRoute[];
  }
}

export type CollectedRoute = {
  readonly method: string;
  readonly address: string;
  /** Null where a route does not say who may ask it. */
  readonly by: By | null;
};

/** Writes down every route that is made from now on, and gives each what it says of who may ask it, or its default. */
export const collectRoutes = (app: FastifyInstance): readonly CollectedRoute[] => {
  const routes: CollectedRoute[] = [];
  app.addHook('onRoute', (route) => {
    const by = byOf(route);
    route.config = { ...route.config, ...(by ? { by } : {}) };
    for (const method of [route.method].flat())
      if (method !== 'HEAD' && method !== 'OPTIONS')
        routes.push({ method, address: route.url, by: by ?? null });
  });
  return routes;
};
