import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareServer } from '../../skeleton/every-route.ts';
import { byOf, maySay } from './by.ts';

const person = { id: '00000000-0000-4000-8000-000000000001' };

let app: FastifyInstance;
beforeAll(async () => {
  app = await bareServer();
}, 60_000);
afterAll(() => app.close());

describe('every route', () => {
  it('says who may ask it', () => {
    const silent = app.madangRoutes.filter((one) => one.by === null);
    const named = silent.map((one) => `${one.method} ${one.address}`);
    expect(
      named,
      'These routes do not say who may ask them, so nobody may. Write it beside each, after its address: ' +
        "`app.get('/address', anyone, …)` when everybody may, `app.get('/address', only('ministry'), …)` for roles, or " +
        "`by: ['secretariat', 'co-chair']` in a DeskForm; both come from services/portal/src/doors/rights/by.ts. What lies under " +
        '/desk is for the secretariat and under /console for operators unless it says otherwise. Then run `pnpm generate`.',
    ).toEqual([]);
  });
  it('of the desk is never for everybody, and none of the console for citizens', () => {
    const inner = app.madangRoutes.filter((one) => /^\/(ko|en)\/(desk|console)(\/|$)/.test(one.address));
    expect(inner.length).toBeGreaterThan(100);
    expect(inner.filter((one) => one.by === 'anyone' || one.by?.includes('citizen'))).toEqual([]);
  });
});

describe('what a route says', () => {
  it('stands before the default of its part of the site', () => {
    expect(byOf({ url: '/ko/desk/anything' })).toEqual(['secretariat']);
    expect(byOf({ url: '/ko/desk' })).toEqual(['secretariat']);
    expect(byOf({ url: '/en/console/anything' })).toEqual(['operator']);
    expect(byOf({ url: '/ko/desk/x', config: { by: ['co-chair'] } })).toEqual(['co-chair']);
    expect(byOf({ url: '/ko/deskless' })).toBeUndefined();
  });
  it('holds for a role in its forum alone, and everywhere for a role that holds everywhere', () => {
    const here = { ...person, roles: ['secretariat' as const], forumIds: ['one'] };
    expect(maySay(['secretariat'], here, 'one')).toBe(true);
    expect(maySay(['secretariat'], here, 'other')).toBe(false);
    expect(maySay(['secretariat'], { ...person, roles: ['secretariat'] }, 'other')).toBe(true);
    expect(maySay(['secretariat'], { ...person, roles: ['member'] })).toBe(false);
  });
});

describe('a page that is for a role', () => {
  it('leads to the sign-in and back, and a form that was typed waits meanwhile', async () => {
    const page = await app.inject({ method: 'GET', url: '/en/desk/cycles/x/answers?cursor=3' });
    expect(page.statusCode).toBe(303);
    expect(page.headers.location).toBe('/en/sign-in?back=%2Fen%2Fdesk%2Fcycles%2Fx%2Fanswers%3Fcursor%3D3');
    const form = await app.inject({
      ...{
        method: 'POST',
        url: '/ko/desk/waive/x',
        payload: 'reason=because+it+was+withdrawn+by+its+author',
      },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.statusCode).toBe(401);
    expect(form.body).toContain('value="because it was withdrawn by its author"');
  });
  it('is refused to another role, and the page says which one it takes', async () => {
    const payload = { personId: person.id, roles: ['ministry'] };
    const { token } = (await app.inject({ method: 'POST', url: '/sign-in', payload })).json();
    const headers = { authorization: `Bearer ${token}` };
    const page = await app.inject({ method: 'GET', url: '/en/desk', headers });
    expect(page.statusCode).toBe(403);
    expect(page.body).toContain('secretariat');
    expect(page.body).toContain('Signed in: ministry');
  });
  it('is as if it were not there where no forum vouches for what it names', async () => {
    const payload = { personId: person.id, roles: ['secretariat'], forumIds: [person.id] };
    const { token } = (await app.inject({ method: 'POST', url: '/sign-in', payload })).json();
    const headers = { authorization: `Bearer ${token}` };
    const url = `/en/desk/cycles/${person.id}`;
    expect((await app.inject({ method: 'GET', url, headers })).statusCode).toBe(404);
    expect((await app.inject({ method: 'GET', url: `${url}?sent=1`, headers })).statusCode).toBe(202);
  });
});

describe('a form of another site', () => {
  it('is answered by a page that keeps what was typed and cannot send it on', async () => {
    const answer = await app.inject({
      ...{ method: 'POST', url: '/en/cycles/x/propose', payload: 'body=open+the+data+of+buses+to+everybody' },
      headers: {
        ...{ 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
        cookie: 'madang-visitor=x',
      },
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('open the data of buses to everybody');
    expect(answer.body).not.toContain('<form');
  });
});
