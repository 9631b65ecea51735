import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareServer } from '../skeleton/every-route.ts';

/** Pages that are drawn though nobody answers, among them those of the gate. */
const PAGES = [
  '/ko',
  '/en',
  '/ko/sign-in',
  '/ko/search',
  '/ko/nowhere',
  '/en/desk/cycles/x',
  '/api',
] as const;
let app: FastifyInstance;
let production: FastifyInstance;

beforeAll(async () => {
  [app, production] = await Promise.all([bareServer(), bareServer({ isProduction: true })]);
}, 60_000);
afterAll(() => Promise.all([app.close(), production.close()]));

const signIn = async (at: FastifyInstance, roles = ['secretariat']) => {
  const payload = { personId: '00000000-0000-4000-8000-000000000001', roles };
  const answer = await at.inject({ method: 'POST', url: '/sign-in', payload });
  return { cookie: String(answer.headers['set-cookie']), token: answer.json().token as string };
};

describe('every page', () => {
  it.each(PAGES)(
    '%s takes scripts and styles of our own, no frame, and gives no address away',
    async (url) => {
      const { headers } = await app.inject({ method: 'GET', url });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("object-src 'none'");
      // The page of the API is drawn by a program that writes its own styles.
      if (url === '/api') expect(policy.match(/'unsafe-inline'/g)).toHaveLength(1);
      else expect(policy).not.toContain('unsafe-inline');
      expect(policy).not.toContain('unsafe-eval');
      expect(headers).toMatchObject({
        ...{ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' },
        'permissions-policy': expect.stringContaining('camera=()'),
      });
    },
  );
  it('asks for TLS in production, and only there', async () => {
    const of = async (at: FastifyInstance) => (await at.inject({ method: 'GET', url: '/ko' })).headers;
    expect((await of(production))['strict-transport-security']).toContain('max-age=31536000');
    expect((await of(app))['strict-transport-security']).toBeUndefined();
  });
  it('says as what one is signed in, and is then kept by no cache', async () => {
    const { token } = await signIn(app);
    const headers = { authorization: `Bearer ${token}` };
    const own = await app.inject({ method: 'GET', url: '/en', headers });
    expect(own.headers['cache-control']).toBe('no-store');
    expect(own.body).toContain('Signed in: secretariat');
    expect(own.body).toContain('action="/en/sign-out"');
    const open = await app.inject({ method: 'GET', url: '/en' });
    expect(open.body).not.toContain('igned in');
    expect(open.body).not.toContain('madang-signed-in');
    expect(open.body).not.toContain('madang-own-pages');
  });
  it('leads to the pages of one’s roles and to no others', async () => {
    const linksFor = async (roles?: string[]) => {
      const headers = roles ? { authorization: `Bearer ${(await signIn(app, roles)).token}` } : {};
      const { body } = await app.inject({ method: 'GET', url: '/ko/nowhere', headers });
      const foot = body.slice(body.indexOf('<footer'));
      return ['desk', 'inbox', 'console', 'seat', 'sessions', 'sign-out', 'sign-in'].filter((page) =>
        foot.includes(`"/ko/${page}"`),
      );
    };
    expect(await linksFor()).toEqual(['sign-in']);
    expect(await linksFor(['citizen'])).toEqual(['sessions', 'sign-out']);
    expect(await linksFor(['secretariat'])).toEqual(['desk', 'sessions', 'sign-out']);
    expect(await linksFor(['ministry', 'operator'])).toEqual(['inbox', 'console', 'sessions', 'sign-out']);
    expect(await linksFor(['member', 'co-chair'])).toEqual(['seat', 'sessions', 'sign-out']);
  });
  it('is one and the same for whoever is not signed in, whatever cookie of ours they bring', async () => {
    const bodies = await Promise.all(
      [{}, { cookie: 'madang-session=over' }, { cookie: 'madang-visitor=somebody' }].map(
        async (headers) => (await app.inject({ method: 'GET', url: '/en', headers })).body,
      ),
    );
    expect(new Set(bodies).size).toBe(1);
  });
});

describe('a cookie', () => {
  it('is out of reach of scripts and other sites', async () => {
    const { cookie } = await signIn(app);
    expect(cookie).toMatch(/^madang-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });
  it('in production travels over TLS alone, and no other host of the domain can set it', async () => {
    const { cookie } = await signIn(production);
    expect(cookie).toMatch(/^__Host-madang-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const going = await production.inject({ method: 'GET', url: '/sign-in/provider' });
    expect(String(going.headers['set-cookie'])).toMatch(
      /^__Secure-madang-going=.*; Path=\/sign-in; HttpOnly; Secure/,
    );
  });
});
