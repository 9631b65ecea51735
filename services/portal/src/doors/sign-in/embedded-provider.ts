import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import Provider from 'oidc-provider';
import { anyone } from '../rights/by.ts';
import type { ProviderSettings } from './provider-settings.ts';

/**
 * A real OpenID provider for development, on the portal's own address: whoever comes gives a name and is believed. It keeps
 * nothing beyond its process, and is never there when another provider is configured or in production.
 */
export const embeddedProvider = async (
  app: FastifyInstance,
  { issuer, clientId, clientSecret, publicUrl }: ProviderSettings,
): Promise<void> => {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/sign-in/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    cookies: { keys: [randomBytes(32).toString('hex')] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  });
  const answer = provider.callback();
  await app.register(
    async (here) => {
      // It reads its bodies itself.
      here.removeAllContentTypeParsers();
      here.addContentTypeParser('*', (_request, body, done) => done(null, body));
      here.all('/*', anyone, (request, reply) => {
        reply.hijack();
        const raw: IncomingMessage & { originalUrl?: string } = request.raw;
        raw.originalUrl = raw.url ?? '';
        raw.url = (raw.url ?? '').slice('/oidc'.length) || '/';
        void answer(raw, reply.raw);
      });
    },
    { prefix: '/oidc' },
  );
};
