import { randomUUID } from 'node:crypto';
import formbody from '@fastify/formbody';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { sessionsAtHand } from '../../skeleton/sessions-at-hand.ts';
import { whoAsks } from '../who.ts';
import { fewAMinute } from './few-a-minute.ts';
import { countedHere } from './seconds-to-wait.ts';
import { sessionKeeper } from './session-keeper.ts';
import { writingLimit } from './writing-limit.ts';

const door = async (limiterOf = countedHere) => {
  const app = fastify();
  const sessions = sessionKeeper({
    ...{ rows: sessionsAtHand(), lifetimes: { idle: 60_000, whole: 60_000 } },
    ...{ endingOf: async () => undefined, tell: async () => {} },
  });
  const who = await whoAsks(app, Buffer.alloc(32, 1), sessions, {
    ...{ believesAll: true, signInsPerMinute: 5, limiterOf },
  });
  const faults: unknown[] = [];
  writingLimit(app, who, limiterOf, 10, (fault) => faults.push(fault));
  app.post('/write', async (request, reply) => reply.send({ id: who.actorOf(request, reply).id }));
  await app.register(formbody);
  app.post('/ko/write', async () => 'taken');
  app.get('/read', async () => 'read');
  const write = (headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: '/write', payload: {}, headers });
  const signIn = (roles: readonly string[]) =>
    app.inject({ method: 'POST', url: '/sign-in', payload: { personId: randomUUID(), roles } });
  return { app, write, signIn, faults };
};

describe('a citizen who writes and writes', () => {
  it('is asked to wait after ten a minute, by pseudonym, and may still read', async () => {
    const { app, write } = await door();
    const first = await write();
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    const own = { cookie, 'sec-fetch-site': 'same-origin' };
    const statuses = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await write(own)).statusCode);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    const late = await write(own);
    expect(late.json()).toMatchObject({ code: 'too-many-requests' });
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    expect((await app.inject({ method: 'GET', url: '/read', headers: own })).statusCode).toBe(200);
  });
  it('gains nothing by what else stands in the address', async () => {
    const { app } = await door();
    const statuses = [];
    for (let n = 0; n < 11; n += 1) {
      const url = `/write${['?x=/sign-in', '?/query', '?a=/oidc', '#/sign-out'][n % 4]}`;
      statuses.push((await app.inject({ method: 'POST', url, payload: {} })).statusCode);
    }
    expect(statuses.at(-1)).toBe(429);
  });
  it('on a page is shown how long to wait and what was typed, to be sent again as it was', async () => {
    const { app } = await door();
    const words = '버스 정류장의 대기질을\n공개해 주십시오 "지금" <b>';
    const send = () =>
      app.inject({
        ...{ method: 'POST', url: '/ko/write?part=2' },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams([
          ...[
            ['text', words],
            ['ticked', 'a'],
            ['ticked', 'b'],
          ],
        ] as [string, string][]).toString(),
      });
    for (let n = 0; n < 10; n += 1) expect((await send()).body).toBe('taken');
    const late = await send();
    expect(late.statusCode).toBe(429);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    expect(late.headers['content-type']).toContain('text/html');
    expect(late.body).toContain('action="/ko/write?part=2"');
    expect(late.body).toContain(
      'name="text" value="버스 정류장의 대기질을\n공개해 주십시오 &quot;지금&quot; &lt;b',
    );
    expect(late.body.match(/name="ticked"/g)).toHaveLength(2);
  });
  it('gains nothing by forging pseudonyms: without a true one the address is counted', async () => {
    const { write } = await door();
    const statuses = [];
    for (let n = 0; n < 11; n += 1)
      statuses.push(
        (await write({ cookie: `madang-visitor=${n}.forged`, 'sec-fetch-site': 'same-origin' })).statusCode,
      );
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('an official', () => {
  it('writes as often as the work asks', async () => {
    const { write, signIn } = await door();
    const { token } = (await signIn(['ministry'])).json() as { readonly token: string };
    for (let n = 0; n < 15; n += 1)
      expect((await write({ authorization: `Bearer ${token}` })).statusCode).toBe(200);
  });
  it('who goes to the provider too often is told by a page how long to wait', async () => {
    const { app } = await door();
    app.get('/sign-in/provider', fewAMinute(countedHere, 'begun', 1), async () => 'gone there');
    const go = () => app.inject({ method: 'GET', url: '/sign-in/provider?lang=en' });
    expect((await go()).body).toBe('gone there');
    const late = await go();
    expect([late.statusCode, late.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    expect(late.body).toContain('Please wait a moment');
  });
  it('who signs in anew in a browser leaves no session behind in it', async () => {
    const { app } = await door();
    const payload = { personId: randomUUID(), roles: ['ministry'] };
    const signIn = (headers = {}) => app.inject({ method: 'POST', url: '/sign-in', payload, headers });
    const { token } = (await signIn()).json() as { readonly token: string };
    await signIn({ cookie: `madang-session=${token}`, 'sec-fetch-site': 'same-origin' });
    const copied = { authorization: `Bearer ${token}` };
    expect((await app.inject({ method: 'GET', url: '/read', headers: copied })).statusCode).toBe(401);
  });
  it('who tries to sign in a sixth time within a minute is asked to wait', async () => {
    const { signIn } = await door();
    const statuses = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await signIn(['ministry'])).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe('when it cannot be counted', () => {
  const away = () => ({ consume: () => Promise.reject(new Error('the database is away')) });
  it('a citizen may write, and an operator learns of it', async () => {
    const { write, faults } = await door(away);
    expect((await write()).statusCode).toBe(200);
    expect(faults).toHaveLength(1);
  });
  it('nobody signs in', async () => {
    const { signIn } = await door(away);
    expect((await signIn(['ministry'])).statusCode).toBe(500);
  });
});
