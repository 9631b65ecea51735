import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type SignedIn, withSignedIn } from '../pages/kit/signed-in.tsx';
import type { OfficeNames } from './site/office-names.ts';
import type { Who } from './who.ts';

/** What browsers are told of every page: no script but our own, no frame, no sensor, no address given away. */
export const pageHeaders = async (app: FastifyInstance, isProduction: boolean): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'frame-ancestors': ["'none'"],
        'upgrade-insecure-requests': null,
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    // Over TLS alone, and a development host must not be kept from speaking plainly.
    strictTransportSecurity: isProduction ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header(
      'permissions-policy',
      'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    );
  });
};

const isHtml = (reply: FastifyReply): boolean =>
  String(reply.getHeader('content-type') ?? '').startsWith('text/html');
const PAGES = [
  ['secretariat', 'desk'],
  ['ministry', 'inbox'],
  ['operator', 'console'],
  ['member', 'seat'],
  ['co-chair', 'seat'],
] as const;

/** Every page says who is signed in, and what is sent to whoever is signed in is kept by no cache. */
export const signedInPages = (app: FastifyInstance, who: Who, officeNames: OfficeNames): void => {
  app.addHook('onSend', async (request, reply, payload) => {
    const session = who.sessionOf(request);
    if (session && (isHtml(reply) || !reply.hasHeader('cache-control')))
      reply.header('cache-control', 'no-store');
    if (typeof payload !== 'string' || !isHtml(reply)) return payload;
    const lang = /^\/en(\/|\?|$)/.test(request.url) ? 'en' : 'ko';
    if (!session) return withSignedIn(payload, lang, undefined);
    const { roles } = session.actor;
    const pages = PAGES.filter(([role]) => roles.includes(role)).map(([, page]) => page);
    // A page is drawn also while names cannot be read.
    const office = await officeNames(session.actor).catch(() => ({ ko: '', en: '' }));
    const strip: SignedIn = { office: office[lang], pages: [...new Set(pages)] };
    return withSignedIn(payload, lang, strip);
  });
};
