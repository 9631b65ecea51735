import { createHmac, randomUUID } from 'node:crypto';
import { NO_FORUM_ID, PURPOSE_NAMESPACE } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as oidc from 'openid-client';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { saying } from '../../pages/messages/say.ts';
import { awayPage } from '../../pages/not-found-page.tsx';
import { noRolePage, officesPage } from '../../pages/offices-page.tsx';
import { anyone } from '../rights/by.ts';
import type { SiteDeps } from '../site/site-deps.ts';
import { isFromElsewhere } from '../who.ts';
import { fewAMinute } from './few-a-minute.ts';
import { landingOf, wayBack } from './landing-of.ts';
import { actorIn, Office, officesOf, openAccountFor } from './offices-of.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { signedCookie } from './signed-cookie.ts';

const Lang = z.enum(['ko', 'en']).catch('ko');
const Going = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  lang: z.enum(['ko', 'en']),
  back: z.string().optional(),
});
const Choosing = z.object({
  personId: z.uuid(),
  signInId: z.uuid(),
  lang: z.enum(['ko', 'en']),
  back: z.string().optional(),
  offices: z.array(Office),
});
const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text);

/** Sign-in by OpenID Connect: code flow with PKCE, state and nonce; what the provider says is who, never what somebody may. */
export const signInRoutes = async (
  app: FastifyInstance,
  settings: ProviderSettings,
  secret: Buffer,
  deps: SiteDeps,
): Promise<void> => {
  const { asker, who, site, standing, signIns } = deps;
  const [GOING, CHOOSING] = [who.cookies.within('madang-going'), who.cookies.within('madang-offices')];
  const going = signedCookie(secret, 'going', Going, 600);
  const choosing = signedCookie(secret, 'choosing', Choosing, 600);
  const keep = (request: FastifyRequest) => who.cookies.kept(request, '/sign-in');
  const discovered = (): Promise<oidc.Configuration> =>
    oidc.discovery(
      new URL(settings.issuer),
      settings.clientId,
      settings.clientSecret,
      undefined,
      settings.issuer.startsWith('http://') ? { execute: [oidc.allowInsecureRequests] } : {},
    );
  /** Its pages are found as people find the portal; it is asked where the portal finds itself. */
  const embedded = (): oidc.Configuration => {
    const { issuer, ownUrl, clientId, clientSecret } = settings;
    const metadata = {
      ...{ issuer, authorization_endpoint: `${issuer}/auth` },
      ...{ token_endpoint: `${ownUrl}/oidc/token`, jwks_uri: `${ownUrl}/oidc/jwks` },
    };
    const config = new oidc.Configuration(metadata, clientId, clientSecret);
    oidc.allowInsecureRequests(config);
    return config;
  };
  let found: Promise<oidc.Configuration> | undefined;
  const provider = (): Promise<oidc.Configuration> => {
    found ??= (settings.isEmbedded ? Promise.resolve(embedded()) : discovered()).catch((fault: unknown) => {
      // Asked again by whoever comes next.
      found = undefined;
      throw fault;
    });
    return found;
  };
  // Closed when it cannot be counted: five a minute from one address.
  const few = (what: string) => ({
    ...anyone,
    ...fewAMinute(deps.limiterOf, what, deps.signInsPerMinute),
  });
  const enter = async (
    request: FastifyRequest,
    reply: FastifyReply,
    chosen: Pick<z.infer<typeof Choosing>, 'personId' | 'signInId' | 'lang' | 'back'>,
    office: Office,
  ): Promise<FastifyReply> => {
    const { personId, signInId, lang, back } = chosen;
    await who.signIn(request, reply, actorIn(personId, office), signInId);
    const attempt = { attemptId: randomUUID(), signInId, personId, outcome: 'signed-in' as const };
    await signIns.came({ forumId: office.forumId, ...attempt });
    const way = wayBack(back) ?? `/${lang}${landingOf(office)}`;
    return reply.clearCookie(CHOOSING, keep(request)).redirect(way, 303);
  };

  app.get('/sign-in/provider', few('sign-in begun'), async (request, reply) => {
    const asked = request.query as { readonly lang?: string; readonly back?: string };
    const [lang, back] = [Lang.parse(asked.lang), wayBack(asked.back)];
    const config = await provider().catch((fault: unknown) => {
      deps.onFault(fault);
      return undefined;
    });
    if (!config) await signIns.refused(randomUUID(), 'provider-away');
    if (!config) return html(reply.code(503).header('retry-after', '5'), awayPage(lang));
    const verifier = oidc.randomPKCECodeVerifier();
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    reply.setCookie(GOING, going.write({ state, nonce, verifier, lang, ...(back ? { back } : {}) }), {
      ...keep(request),
      maxAge: going.seconds,
    });
    const to = oidc.buildAuthorizationUrl(config, {
      redirect_uri: `${settings.publicUrl}/sign-in/callback`,
      scope: 'openid',
      ...{ state, nonce, code_challenge_method: 'S256' },
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    });
    return reply.redirect(to.href, 303);
  });

  app.get('/sign-in/callback', few('sign-in answered'), async (request, reply) => {
    const kept = going.read(request.cookies[GOING]);
    reply.clearCookie(GOING, keep(request));
    // Nobody began this here, or too long ago: begin anew.
    if (!kept) {
      await signIns.refused(randomUUID(), 'not-begun-here');
      return reply.redirect('/ko/sign-in', 303);
    }
    const { state, nonce, verifier, lang, back } = kept;
    const answered = await provider()
      .then((config) =>
        oidc.authorizationCodeGrant(config, new URL(`${settings.publicUrl}${request.url}`), {
          ...{
            pkceCodeVerifier: verifier,
            expectedState: state,
            expectedNonce: nonce,
            idTokenExpected: true,
          },
        }),
      )
      .catch((fault: unknown) => {
        deps.onFault(fault);
        return undefined;
      });
    const claims = answered?.claims();
    if (!claims) {
      const said = request.query as { readonly error?: string; readonly state?: string };
      const why = said.state !== state ? 'not-valid' : said.error ? 'provider-refused' : 'not-valid';
      await signIns.refused(randomUUID(), why);
      return reply.redirect(`/${lang}/sign-in?refused=1`, 303);
    }
    const hash = createHmac('sha256', secret).update(`way in ${claims.iss} ${claims.sub}`).digest('hex');
    const signInId = uuidv5(hash, PURPOSE_NAMESPACE);
    const { personId, hasAccount, offices } = await officesOf(asker, signInId, today());
    const all: readonly Office[] = settings.operators.includes(signInId)
      ? [...offices, { forumId: null, institutionId: null, roles: ['operator'] }]
      : offices;
    const [first, ...others] = all;
    const chosen = { personId, signInId, lang, ...(back ? { back } : {}) };
    if (first && others.length === 0) return enter(request, reply, chosen, first);
    if (first) {
      reply.setCookie(CHOOSING, choosing.write({ ...chosen, offices: [...all] }), {
        ...keep(request),
        maxAge: choosing.seconds,
      });
      return reply.redirect('/sign-in/offices', 303);
    }
    const forumId = (await standing()).forums[0]?.id ?? null;
    if (!hasAccount) await openAccountFor(asker, personId, forumId ?? NO_FORUM_ID, lang);
    const attempt = { attemptId: randomUUID(), signInId, personId, outcome: 'no-role' as const };
    await signIns.came({ forumId, ...attempt });
    return html(reply, noRolePage({ code: signInId }, lang));
  });

  app.get('/sign-in/offices', anyone, async (request, reply) => {
    const kept = choosing.read(request.cookies[CHOOSING]);
    if (!kept) return reply.redirect('/ko/sign-in', 303);
    const { lang } = kept;
    const institutions = new Map((await site.institutions()).map((one) => [one.id, one.name[lang]]));
    const say = saying(lang);
    const offices = [];
    for (const one of kept.offices)
      offices.push({
        roles: one.roles.map((role) => say(`role.${role as 'member'}`)).join(', '),
        forum: one.forumId ? ((await site.forum(one.forumId))?.name[lang] ?? '') : '',
        institution: one.institutionId ? (institutions.get(one.institutionId) ?? '') : '',
      });
    return html(reply, officesPage({ offices }, lang));
  });
  app.post('/sign-in/offices', few('office chosen'), async (request, reply) => {
    const kept = choosing.read(request.cookies[CHOOSING]);
    const at = z.coerce
      .number()
      .int()
      .min(0)
      .catch(0)
      .parse((request.body as { readonly office?: string } | undefined)?.office);
    const office = kept?.offices[at];
    if (!kept || !office || isFromElsewhere(request)) return reply.redirect('/ko/sign-in', 303);
    return enter(request, reply, kept, office);
  });
};

/** The day in Coordinated Universal Time: roles hold by whole days, and begin and end with a night's margin. */
const today = (): string => new Date().toISOString().slice(0, 10);
