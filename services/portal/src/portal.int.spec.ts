import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asker, connectNats } from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { makeLog, type OpenService, openService } from '@madang/service-kit';
import { forums } from '@madang/service-kit/skeleton';
import { type FreshDatabase, type FreshNats, freshDatabase, freshNats, pgDatabase } from '@madang/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from './adapters/connect.ts';
import { sessionRows } from './adapters/session-rows.ts';
import { makeServer } from './doors/server.ts';
import { openSite } from './open-site.ts';

const passwords = makePasswords();
const masterKey = Buffer.alloc(32, 8);
const forumId = randomUUID();
let nats: FreshNats;
let base: FreshDatabase;
let database: ReturnType<typeof pgDatabase>;
let readModel: ReturnType<typeof connect>;
let service: OpenService;
let app: FastifyInstance;
let token: string;

const json = { 'content-type': 'application/json' };
const post = (url: string, payload: object | string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...json, authorization: `Bearer ${token}`, ...headers },
  });
const founding = {
  forumId,
  name: { ko: '포럼', en: 'Forum' },
  level: 'national',
  zone: 'Asia/Seoul',
  country: 'KR',
  languages: ['ko'],
  rulePack: 'ogp-2022',
};
const cycle = (cycleId: string): object => ({
  forumId,
  cycleId,
  name: { ko: '계획', en: 'Plan' },
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
  years: 2,
});

beforeAll(async () => {
  nats = await freshNats((place) =>
    serverConfig({ port: place.port, monitorPort: place.monitorPort, passwords }),
  );
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  base = await freshDatabase(['forums', 'portal']);
  readModel = connect(base.urls.portal ?? '');
  database = pgDatabase(base.urls.forums ?? '');
  const log = makeLog('portal-spec');
  log.level = 'silent';
  const at = { natsUrl: nats.url, passwords, masterKey, log };
  service = await openService({ service: forums, database, rows: () => ({}), ...at });
  const password = passwords['portal-asks'] ?? '';
  const connection = await connectNats({ url: nats.url, user: 'portal-asks', password });
  app = await makeServer({
    asker: asker(connection),
    secret: masterKey,
    log,
    standing: async () => ({ forums: [], next: null, fresh: true }),
    site: openSite(readModel),
    heard: async () => true,
    sessions: sessionRows(readModel),
    evidenceFolder: mkdtempSync(join(tmpdir(), 'madang-evidence-')),
    perMinute: 10_000,
    believesAll: true,
  });
  const signedIn = await app.inject({
    method: 'POST',
    url: '/sign-in',
    payload: { personId: randomUUID(), roles: ['secretariat'] },
  });
  token = signedIn.json().token;
  expect((await post('/api/forums/found-forum', founding)).statusCode).toBe(200);
});
afterAll(async () => {
  await app.close();
  await service.stop();
  await database.$disconnect();
  await nats.remove();
  await readModel.$disconnect();
  await base.drop();
});

describe('a command over HTTP', () => {
  it('is answered with its effects and where to read on; the same again is answered the same, another body 422', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = cycle(randomUUID());
    const first = await post('/api/forums/open-cycle', body, key);
    expect(first.statusCode).toBe(200);
    expect(first.headers.sequence).toBe(`forums=${first.json().sequence}`);
    expect((await post('/api/forums/open-cycle', body, key)).json()).toEqual(first.json());
    expect((await post('/api/forums/open-cycle', cycle(randomUUID()), key)).statusCode).toBe(422);
  });
  it('that is wrong is a 400 with paths; without the role 403; of an unknown forum 404; against a rule 409', async () => {
    const wrong = await post('/api/forums/open-cycle', { ...cycle(randomUUID()), years: 3 });
    expect(wrong.headers['content-type']).toContain('application/problem+json');
    expect(wrong.json()).toMatchObject({ status: 400, issues: [{ path: 'years' }] });
    expect(
      (
        await app.inject({ method: 'POST', url: '/api/forums/open-cycle', payload: cycle(randomUUID()) })
      ).json(),
    ).toMatchObject({ status: 403, code: 'not-permitted' });
    expect(
      (await post('/api/forums/open-cycle', { ...cycle(randomUUID()), forumId: randomUUID() })).json(),
    ).toMatchObject({ status: 404, code: 'unknown-forum' });
    const twice = cycle(randomUUID());
    await post('/api/forums/open-cycle', twice);
    expect((await post('/api/forums/open-cycle', twice)).json()).toMatchObject({
      status: 409,
      code: 'cycle-already-open',
      remedy: 'Choose another id.',
    });
    expect((await post('/api/forums/open-cycle', twice, { 'if-match': '"0"' })).json()).toMatchObject({
      status: 409,
      code: 'changed-meanwhile',
    });
  });
  it('that is no JSON, too large or poisoned is turned away at the door', async () => {
    expect((await post('/api/forums/open-cycle', '{')).statusCode).toBe(400);
    expect((await post('/api/forums/open-cycle', '{"__proto__":{"a":1}}')).statusCode).toBe(400);
    expect((await post('/api/forums/open-cycle', 'x'.repeat(1_100_000))).json()).toMatchObject({
      status: 413,
      code: 'too-large',
    });
    expect(
      (await post('/api/forums/open-cycle', '<a/>', { 'content-type': 'application/xml' })).statusCode,
    ).toBe(415);
    expect((await post('/api/forums/no-such-command', {})).json()).toMatchObject({
      status: 404,
      code: 'unknown-route',
    });
    expect(
      (await post('/api/forums/open-cycle', cycle(randomUUID()), { 'idempotency-key': 'mine' })).json(),
    ).toMatchObject({ issues: [{ path: 'Idempotency-Key' }] });
  });
  it('is JSON and nothing else, under the method that is meant, at an address that can be read', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect([
        type,
        (await post('/api/forums/open-cycle', '{}', { 'content-type': type })).json(),
      ]).toMatchObject([type, { status: 415 }]);
    const got = await app.inject({ method: 'GET', url: '/api/forums/open-cycle' });
    expect([got.statusCode, got.headers.allow]).toEqual([405, 'POST']);
    const unreadable = await app.inject({ method: 'GET', url: '/api/evidence/%zz' });
    expect(unreadable.headers['content-type']).toContain('application/problem+json');
    expect(unreadable.json()).toMatchObject({ status: 400, code: 'address-not-readable' });
    expect((await app.inject({ method: 'HEAD', url: '/ko' })).statusCode).toBe(200);
  });
  it('for a page that is not there is a page that says so, in its language', async () => {
    const page = await app.inject({ method: 'GET', url: '/en/nowhere' });
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.body).toContain('There is no such page');
  });
  it('for a service that is away is a 503 that says when to ask again', async () => {
    const away = await post('/api/people/open-account', { forumId, personId: randomUUID() });
    expect(away.json()).toMatchObject({ status: 503, code: 'not-answering' });
    expect(away.headers['retry-after']).toBe('2');
  });
});

describe('evidence', () => {
  const upload = (bytes: Buffer, type: string) => {
    const payload = Buffer.concat([
      Buffer.from(
        `--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\ncontent-type: ${type}\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n--x--\r\n'),
    ]);
    return app.inject({
      method: 'POST',
      url: '/api/evidence',
      payload,
      headers: { 'content-type': 'multipart/form-data; boundary=x', authorization: `Bearer ${token}` },
    });
  };
  it('is kept under its hash and handed out as an attachment', async () => {
    const kept = await upload(Buffer.from('%PDF-1.7\n1 0 obj\n'), 'application/pdf');
    expect(kept.json()).toMatchObject({ mediaType: 'application/pdf', bytes: 17 });
    const back = await app.inject({ method: 'GET', url: `/api/evidence/${kept.json().sha256}` });
    expect(back.headers['content-disposition']).toContain('attachment');
    expect(back.headers['x-content-type-options']).toBe('nosniff');
  });
  it('that could run is not taken, whatever it says it is', async () => {
    expect((await upload(Buffer.from('MZ\u0090\u0000\u0003'), 'application/pdf')).json()).toMatchObject({
      status: 415,
      code: 'type-not-allowed',
    });
    expect(
      (await app.inject({ method: 'GET', url: '/api/evidence/..%2f..%2fetc%2fpasswd' })).statusCode,
    ).toBe(404);
  });
});

describe('a browser', () => {
  const cookieOf = (response: { readonly headers: Record<string, unknown> }): string =>
    [response.headers['set-cookie']].flat().join().split(';')[0] ?? '';
  const signIn = () =>
    app.inject({
      method: 'POST',
      url: '/sign-in',
      payload: { personId: randomUUID(), roles: ['secretariat'] },
    });
  const ask = (cookie: string, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/forums/open-cycle',
      payload: cycle(randomUUID()),
      headers: { cookie, ...headers },
    });
  it('that has signed in needs no token, until it signs out', async () => {
    const signedIn = await signIn();
    expect(String(signedIn.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
    expect((await ask(cookieOf(signedIn), { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
    const out = await app.inject({
      method: 'POST',
      url: '/sign-out',
      headers: { cookie: cookieOf(signedIn) },
    });
    expect(String(out.headers['set-cookie'])).toMatch(/^madang-session=;/);
    expect((await ask('madang-session=')).statusCode).toBe(403);
  });
  it('is not made to ask by a page of another site', async () => {
    const cookie = cookieOf(await signIn());
    for (const from of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ])
      expect((await ask(cookie, from)).json()).toMatchObject({ status: 403, code: 'from-another-site' });
    const { host } = { host: 'forum.example.org' };
    expect((await ask(cookie, { host, origin: `https://${host}` })).statusCode).toBe(200);
  });
  it('of somebody without an account keeps one pseudonym from the first writing on, and none for reading', async () => {
    expect((await app.inject({ method: 'GET', url: '/ko' })).headers['set-cookie']).toBeUndefined();
    const first = await ask('');
    expect(cookieOf(first)).toMatch(/^madang-visitor=/);
    const second = await ask(cookieOf(first));
    expect([second.statusCode, second.headers['set-cookie']]).toEqual([403, undefined]);
    const forged = await ask(`${cookieOf(first).slice(0, -2)}AA`);
    expect(cookieOf(forged)).toMatch(/^madang-visitor=/);
    // A pseudonym is no session.
    expect((await ask(cookieOf(first).replace('visitor', 'session'))).statusCode).toBe(403);
  });
});

describe('the door', () => {
  it('signs nobody in as the clock, and takes no forged session', async () => {
    expect(
      (
        await app.inject({
          method: 'POST',
          url: '/sign-in',
          payload: { personId: randomUUID(), roles: ['process'] },
        })
      ).statusCode,
    ).toBe(400);
    expect(
      (
        await post('/api/forums/open-cycle', cycle(randomUUID()), {
          authorization: `Bearer ${token.slice(0, -2)}AA`,
        })
      ).statusCode,
    ).toBe(401);
  });
  it('shows its status in two languages also while services are away, and its document', async () => {
    for (const lang of ['ko', 'en']) {
      const page = await app.inject({ method: 'GET', url: `/${lang}` });
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain(`<html lang="${lang}">`);
      expect(page.body).not.toContain('<script');
    }
    expect((await app.inject({ method: 'GET', url: '/openapi.json' })).json()).toMatchObject({
      openapi: '3.1.0',
    });
  });
});
