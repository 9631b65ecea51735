import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '@madang/service-kit';
import type { CollectedRoute } from '../doors/rights/collect-routes.ts';
import { makeServer, type ServerOptions } from '../doors/server.ts';
import { sessionsAtHand } from './sessions-at-hand.ts';

const nobody = async (): Promise<never> => {
  throw new Error('nobody is asked while routes are written down');
};
const silent = Object.fromEntries(['info', 'warn', 'error', 'debug'].map((one) => [one, () => {}]));

/** A server that asks nobody, for what can be said of the doors alone. */
export const bareServer = async (more: Partial<ServerOptions> = {}) => {
  const evidenceFolder = mkdtempSync(join(tmpdir(), 'madang-routes-'));
  const app = await makeServer({
    ...{ asker: { command: nobody, query: nobody } as never, secret: Buffer.alloc(32, 1) },
    ...{ log: silent as unknown as Logger, heard: async () => true, evidenceFolder },
    standing: async () => ({ forums: [], next: null, fresh: true }),
    site: { institutions: async () => [], forumOf: async () => undefined } as never,
    ...{ sessions: sessionsAtHand(), perMinute: 10_000, believesAll: true },
    provider: {
      ...{ issuer: 'http://127.0.0.1:1/oidc', clientId: 'madang', clientSecret: 'development' },
      ...{ isEmbedded: true, ownUrl: 'http://127.0.0.1:1', publicUrl: 'http://127.0.0.1:1', operators: [] },
    },
    ...more,
  });
  app.addHook('onClose', async () => rmSync(evidenceFolder, { recursive: true, force: true }));
  return app;
};

/** Every route there is, in the order of addresses. */
export const everyRoute = async (): Promise<readonly CollectedRoute[]> => {
  const app = await bareServer();
  await app.ready();
  const routes = app.madangRoutes
    // Named after what is in it, which is no matter of rights.
    .map((one) => ({ ...one, address: one.address.replace(/style-[0-9a-f]+/, 'style-{hash}') }))
    .toSorted((a, b) => (`${a.address} ${a.method}` < `${b.address} ${b.method}` ? -1 : 1));
  await app.close();
  return routes;
};
