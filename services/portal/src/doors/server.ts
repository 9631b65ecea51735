import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import type { Actor } from '@madang/contracts';
import type { Asker } from '@madang/messaging';
import { faultFacts, type Logger, type Meters } from '@madang/service-kit';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import type { LimiterOf } from '../queries/limiter.ts';
import type { SessionRows } from '../queries/sessions.ts';
import { sendProblem } from './api/problem.ts';
import { apiRoutes } from './api/routes.ts';
import { evidenceRoutes } from './evidence.ts';
import { evidenceStore } from './evidence-store.ts';
import { openApiDocument } from './openapi/document.ts';
import { pageHeaders, signedInPages } from './page-headers.ts';
import { requestMeters } from './request-meters.ts';
import { requestSpans } from './request-spans.ts';
import { anyone } from './rights/by.ts';
import { collectRoutes } from './rights/collect-routes.ts';
import { embeddedProvider } from './sign-in/embedded-provider.ts';
import { endingOf } from './sign-in/ending-of.ts';
import { lifetimes } from './sign-in/lifetimes.ts';
import type { ProviderSettings } from './sign-in/provider-settings.ts';
import { countedHere } from './sign-in/seconds-to-wait.ts';
import { sendTooMany } from './sign-in/send-too-many.ts';
import { sessionKeeper } from './sign-in/session-keeper.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';
import { tellSignIns } from './sign-in/tell-sign-ins.ts';
import { writingLimit } from './sign-in/writing-limit.ts';
import { officeNames } from './site/office-names.ts';
import { siteRoutes } from './site/routes.ts';
import type { SiteDeps } from './site/site-deps.ts';
import { whoAsks } from './who.ts';

export type ServerOptions = {
  readonly asker: Asker;
  readonly secret: Buffer;
  readonly log: Logger;
  readonly standing: SiteDeps['standing'];
  readonly site: SiteDeps['site'];
  readonly heard: SiteDeps['heard'];
  readonly ownHealth?: SiteDeps['ownHealth'];
  readonly ownParked?: SiteDeps['ownParked'];
  readonly temporalUi?: string | undefined;
  readonly contact?: string | undefined;
  readonly evidenceFolder: string;
  /** Where sessions are kept. */
  readonly sessions: SessionRows;
  /** Whether cookies and connections must be secure, whatever a request says of itself. */
  readonly isProduction?: boolean;
  /** Requests a minute from one address; reading and writing together. */
  readonly perMinute: number;
  /** The sign-in provider; left out only where specs need none. */
  readonly provider?: ProviderSettings;
  /** Whether whoever comes is believed: never in production. */
  readonly believesAll: boolean;
  readonly signInsPerMinute?: number;
  /** Counts signing in and writing; this process by itself unless it is given. Reading is counted by each portal. */
  readonly limiterOf?: LimiterOf;
  /** Writing requests a minute from one citizen. */
  readonly writesPerMinute?: number;
  /** Whether a proxy before us says where a request comes from. */
  readonly trustProxy?: boolean;
  /** What counts requests, when somebody counts. */
  readonly meters?: Meters | undefined;
};

const CODES: Readonly<Record<number, string>> = {
  400: 'not-json',
  413: 'too-large',
  415: 'not-json',
  429: 'too-many-requests',
};

/** Milliseconds between looks for sessions that nobody came back to. */
const SWEPT = 60_000;

/** The page of the API is drawn by a program that writes its own styles; its own scripts alone run there. */
const redocHelmet = {
  contentSecurityPolicy: {
    directives: {
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'worker-src': ["'self'", 'blob:'],
      'frame-ancestors': ["'none'"],
      'upgrade-insecure-requests': null,
    },
  },
};

const METHODS = ['GET', 'HEAD', 'POST'] as const;
const pathIn = (url: string): string => url.split('?')[0] ?? url;

/** The bundle of the API page, served by us: no other host is asked for anything. */
const redocBundle = (): string => {
  const root = dirname(createRequire(import.meta.url).resolve('redoc/package.json'));
  const place = ['bundles/redoc.standalone.js', 'bundle/redoc.standalone.js', 'dist/redoc.standalone.js']
    .map((file) => join(root, file))
    .find(existsSync);
  return place ? readFileSync(place, 'utf8') : '';
};

const apiPages = (app: FastifyInstance): void => {
  const document = JSON.stringify(openApiDocument());
  const bundle = redocBundle();
  const etag = `"${createHash('sha256').update(bundle).digest('hex').slice(0, 16)}"`;
  app.get('/openapi.json', anyone, async (_request, reply) => reply.type('application/json').send(document));
  app.get('/api/redoc.js', anyone, async (_request, reply) =>
    reply
      .type('text/javascript')
      .header('etag', etag)
      .header('cache-control', 'public, max-age=86400')
      .send(bundle),
  );
  app.get('/api', { ...anyone, helmet: redocHelmet }, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Madang API</title></head><body><noscript><p>The document itself is <a href="/openapi.json">openapi.json</a>.</p></noscript><redoc spec-url="/openapi.json"></redoc><script src="/api/redoc.js"></script></body></html>',
      ),
  );
};

/** The door of Madang: JSON API, its documentation, uploads of evidence, a development sign-in, the status page. */
export const makeServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const { log, secret, isProduction = false } = options;
  const app = fastify({
    bodyLimit: 1024 * 1024,
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 90_000,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // An address that cannot be read never comes to a route.
    frameworkErrors: (fault, _request, reply) => {
      sendProblem(reply as FastifyReply, fault.statusCode ?? 400, {
        code: 'address-not-readable',
        remedy: 'Check the address.',
      });
    },
  });
  app.decorate('madangRoutes', collectRoutes(app));
  requestSpans(app);
  if (options.meters) requestMeters(app, options.meters);
  // Commands are JSON: a form of another site could send text, but no JSON.
  app.removeContentTypeParser('text/plain');
  await pageHeaders(app, isProduction);
  await app.register(rateLimit, { max: options.perMinute, timeWindow: '1 minute' });
  const { believesAll, signInsPerMinute = 60_000, writesPerMinute = 60_000 } = options;
  const { limiterOf = countedHere } = options;
  const signIns = tellSignIns(options.asker, (fault) =>
    log.warn(faultFacts(fault), 'something about signing in could not be written down'),
  );
  const { idleMinutes, wholeHours } = lifetimes();
  const sessions = sessionKeeper({
    rows: options.sessions,
    lifetimes: { idle: idleMinutes * 60_000, whole: wholeHours * 3_600_000 },
    endingOf: endingOf(options.asker, options.provider?.operators ?? [], () =>
      new Date().toISOString().slice(0, 10),
    ),
    tell: signIns.ended,
  });
  const onBelieved = ({ id, forumIds }: Actor): void =>
    void signIns.came({
      ...{
        forumId: forumIds?.[0] ?? null,
        attemptId: randomUUID(),
        signInId: id,
        personId: id,
        outcome: 'believed',
      },
    });
  const sweeping = setInterval(() => {
    sessions.sweep().catch((fault: unknown) => log.warn(faultFacts(fault), 'sessions could not be swept'));
  }, SWEPT);
  sweeping.unref();
  app.addHook('onClose', async () => clearInterval(sweeping));
  const who = await whoAsks(app, secret, sessions, {
    ...{ believesAll, signInsPerMinute, isProduction, onBelieved, limiterOf },
  });
  const { actorOf } = who;
  writingLimit(app, who, limiterOf, writesPerMinute, (fault) =>
    log.warn(faultFacts(fault), 'writing could not be counted'),
  );
  signedInPages(app, who, officeNames(options.site));
  app.setErrorHandler((fault: FastifyError, request, reply) => {
    const status = fault.statusCode ?? 500;
    if (status === 429) return sendTooMany(request, reply, Number(reply.getHeader('retry-after')) || 60);
    if (status < 500)
      return sendProblem(reply, status, {
        code: CODES[status] ?? 'invalid',
        remedy: 'Mend the request and ask again.',
      });
    log.error(faultFacts(fault), 'fault at the door');
    return sendProblem(reply.header('retry-after', '2'), 503, {
      code: 'fault',
      remedy: 'Ask again with the same Idempotency-Key; it takes effect once.',
    });
  });
  app.setNotFoundHandler((request, reply) => {
    const others = METHODS.filter((method) => app.hasRoute({ url: pathIn(request.url), method }));
    return others.length > 0
      ? sendProblem(reply.header('allow', others.join(', ')), 405, {
          code: 'method-not-allowed',
          remedy: `Use ${others.join(' or ')}.`,
        })
      : sendProblem(reply, 404, { code: 'unknown-route', remedy: 'See /api for what there is.' });
  });
  apiRoutes(app, { asker: options.asker, actorOf });
  const evidence = evidenceStore(options.evidenceFolder);
  await app.register(evidenceRoutes({ evidence, actorOf }));
  apiPages(app);
  const { asker, standing, site, heard, ownHealth, ownParked, temporalUi, contact } = options;
  const onFault = (fault: unknown): void => log.error(faultFacts(fault), 'a page could not be drawn');
  const deps: SiteDeps = {
    ...{ asker, who, signIns, evidence, actorOf, standing, site, heard, onFault, ownHealth, ownParked },
    ...{ believesAll, signInsPerMinute, limiterOf, temporalUi, contact, cookies: who.cookies },
  };
  siteRoutes(app, deps);
  const { provider } = options;
  if (provider?.isEmbedded) await embeddedProvider(app, provider);
  if (provider)
    await app.register(async (here) => {
      await here.register(formbody);
      await signInRoutes(here, provider, secret, deps);
    });
  return app;
};
