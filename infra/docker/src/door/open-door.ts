import proxy from '@fastify/http-proxy';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';

/** A door before several portals. */
export type Door = {
  readonly app: FastifyInstance;
  /** How many requests went to each portal that is there. */
  readonly sent: () => ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
};

/** Signing in at the provider of development, which keeps what it knows in one process. */
const PINNED = /^\/(oidc|sign-in)(\/|$|\?)/;
/** Longer than a step of a rehearsal's clock takes. */
const PATIENCE = 120_000;

/**
 * Sends each request to the next portal, and what belongs to one sign-in to the first: a provider of one's own would not need
 * that. It believes nobody about where a request comes from, and tells the portals.
 * @param portals addresses of the portals that are there now; asked every second
 */
export const openDoor = async (options: {
  readonly portals: () => Promise<readonly string[]>;
  readonly every?: number;
}): Promise<Door> => {
  let known: readonly string[] = [];
  let turn = 0;
  const sent = new Map<string, number>();
  const look = async (): Promise<void> => {
    // Those that were there a second ago are asked on while the name says nothing.
    const found = await options.portals().catch(() => known);
    known = found.toSorted();
    for (const one of known) if (!sent.has(one)) sent.set(one, 0);
    for (const one of sent.keys()) if (!known.includes(one)) sent.delete(one);
  };
  await look();
  const looking = setInterval(() => void look(), options.every ?? 1_000);
  const next = ({ url }: { readonly url?: string }): string => {
    turn += 1;
    const chosen = known[PINNED.test(url ?? '') ? 0 : turn % Math.max(1, known.length)];
    if (chosen) sent.set(chosen, (sent.get(chosen) ?? 0) + 1);
    return chosen ?? 'http://portal:8080';
  };
  const app = fastify({ requestTimeout: PATIENCE });
  await app.register(proxy, {
    upstream: '',
    // Every request has its turn; whoever asks may ask again.
    maxRetriesOn503: 0,
    undici: { headersTimeout: PATIENCE, bodyTimeout: PATIENCE, connections: 128 },
    replyOptions: {
      getUpstream: (request) => next(request),
      // A portal that went away in the middle: what was asked may be asked again, and takes effect once.
      onError: (reply) => void reply.code(503).header('retry-after', '1').send({ code: 'fault' }),
      rewriteRequestHeaders: (request, headers) => {
        const { ip, protocol, host } = request as FastifyRequest;
        return {
          ...headers,
          host,
          'x-forwarded-for': ip,
          'x-forwarded-host': host,
          'x-forwarded-proto': protocol,
        };
      },
    },
  });
  return {
    app,
    sent: () => sent,
    close: async () => {
      clearInterval(looking);
      await app.close();
    },
  };
};
