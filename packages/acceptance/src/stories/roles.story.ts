import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { allCommands, allQueries, type Command, type Query, Role } from '@madang/contracts';
import { until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnSystem, ownSystem } from './own-system.ts';

type Asker = Exclude<Role, 'process'> | 'nobody';

const askers: readonly Asker[] = [...Role.options.filter((role) => role !== 'process'), 'nobody'];
const sampleOf = (type: string): string =>
  readFileSync(new URL(`../../../contracts/samples/${type}.json`, import.meta.url), 'utf8');
const addressOf = (message: Command | Query): string => {
  const [service, name] = message.type.split('.');
  return `/api/${service}/${name}${message.kind === 'query' ? '/query' : ''}`;
};
/** Somebody who has not signed in is a citizen. */
const may = (message: Command | Query, asker: Asker): boolean =>
  message.by === 'anyone' || message.by.includes(asker === 'nobody' ? 'citizen' : asker);
const isPublic = (message: Command | Query): boolean => askers.some((asker) => may(message, asker));
const messages: readonly (Command | Query)[] = [...allCommands, ...allQueries];

type Route = { readonly method: string; readonly address: string; readonly by: readonly Role[] | 'anyone' };
/** Every page and file of the portal, as it is generated from its routes; what the API asks of services stands in the contracts. */
const routes = (
  JSON.parse(
    readFileSync(new URL('../../../../services/portal/routes.json', import.meta.url), 'utf8'),
  ) as readonly Route[]
).filter((one) => !one.address.startsWith('/api/') && !/^\/oidc|[{*]/.test(one.address));
/** Asked with a session of its own: it ends the one it is asked with. */
const ends = ({ address }: Route): boolean => /sign-(in|out)|\/sessions\//.test(address);

let system: OwnSystem;
const tokens = new Map<Asker, string>();

beforeAll(async () => {
  system = await ownSystem();
  for (const role of askers) {
    const token = await signIn(role);
    if (token) tokens.set(role, token);
  }
});
afterAll(() => system?.end());

const signIn = async (role: Asker, forumIds?: readonly string[]): Promise<string | undefined> => {
  if (role === 'nobody') return undefined;
  const response = await fetch(`${system.now().portalUrl}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: randomUUID(), roles: [role], institutionId: randomUUID(), forumIds }),
  });
  return ((await response.json()) as { readonly token: string }).token;
};
const found = async (): Promise<string> => {
  const forumId = randomUUID();
  const name = { ko: '포럼', en: 'Forum' };
  const response = await fetch(`${system.now().portalUrl}/api/forums/found-forum`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get('secretariat')}` },
    body: JSON.stringify({
      ...{ forumId, name, level: 'national', zone: 'Asia/Seoul', country: 'KR', languages: ['ko', 'en'] },
      rulePack: 'ogp-2022',
    }),
  });
  expect(response.status).toBe(200);
  const page = () => fetch(`${system.now().portalUrl}/ko/forums/${forumId}`);
  await until(async () => (await page()).status === 200, { within: 20_000, what: 'the page of the forum' });
  return forumId;
};
/** What the gate says: the way to the sign-in, that another role is needed, or nothing. */
const gateFor = async (
  { method, address }: Route,
  token: string | undefined,
  forumId: string,
): Promise<'sign in' | 'another role' | 'open'> => {
  const url = `${system.now().portalUrl}${address.replaceAll(/:\w+/g, forumId)}`;
  const response = await fetch(url, {
    ...{ method, redirect: 'manual' },
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(method === 'POST' ? { body: 'x=1' } : {}),
  });
  const [text, to] = [await response.text(), response.headers.get('location') ?? ''];
  if (response.status === 401 || /\/sign-in\?back=/.test(to)) return 'sign in';
  return response.status === 403 && /권한이 없습니다|You may not see/.test(text) ? 'another role' : 'open';
};

const statusFor = async (message: Command | Query, asker: Asker): Promise<number> => {
  const token = tokens.get(asker);
  const response = await fetch(`${system.now().portalUrl}${addressOf(message)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: sampleOf(message.type),
  });
  const said = (await response.json()) as { readonly code?: string };
  return response.status === 403 && said.code !== 'not-permitted' ? 409 : response.status;
};

/** Every cell of route by role, in the forum where the role holds and in another. */
describe('every page and file', () => {
  const people = new Map<Asker, string | undefined>();
  let own: string;
  let other: string;
  beforeAll(async () => {
    [own, other] = [await found(), await found()];
    for (const role of askers) people.set(role, await signIn(role, [own]));
  });
  it.each(routes.map((one) => [`${one.method} ${one.address}`, one] as const))(
    '%s is open to whom it says, where their role holds',
    async (_name, route) => {
      const isOpenTo = (asker: Asker): boolean =>
        route.by === 'anyone' || (asker !== 'nobody' && route.by.includes(asker));
      const names = route.address.includes(':') && !route.address.includes('/imports/');
      for (const asker of askers) {
        const as = async () => (ends(route) ? await signIn(asker, [own]) : people.get(asker));
        const shut = asker === 'nobody' ? 'sign in' : 'another role';
        const here = isOpenTo(asker) ? 'open' : shut;
        expect([asker, await gateFor(route, await as(), own)]).toEqual([asker, here]);
        const isNowhere = names && /\/(desk|console)\//.test(route.address);
        const there = isOpenTo(asker) && isNowhere ? 'another role' : here;
        if (names)
          expect([asker, 'elsewhere', await gateFor(route, await as(), other)]).toEqual([
            asker,
            'elsewhere',
            there,
          ]);
      }
    },
  );
});

/** Every cell of message by role; what is expected stands in packages/handbook/roles.md, made from the contracts. */
describe('over HTTP', () => {
  it.each(messages.filter(isPublic).map((one) => [one.type, one] as const))(
    '%s is open to whom the contract names, and to nobody else',
    async (_type, message) => {
      const cells = await Promise.all(
        askers.map(async (asker) => [asker, await statusFor(message, asker)] as const),
      );
      const opened = cells.filter(([, status]) => status !== 403).map(([asker]) => asker);
      expect(opened).toEqual(askers.filter((asker) => may(message, asker)));
      expect(cells.filter(([, status]) => status >= 500 && status !== 503)).toEqual([]);
    },
  );
  it.each(messages.filter((one) => !isPublic(one)).map((one) => [one.type, one] as const))(
    '%s is asked by the clock alone: there is no such address',
    async (_type, message) => {
      for (const asker of askers) expect(await statusFor(message, asker)).toBe(404);
    },
  );
  it('nobody can sign in as the clock', async () => {
    const response = await fetch(`${system.now().portalUrl}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: randomUUID(), roles: ['process'] }),
    });
    expect(response.status).toBe(400);
  });
});
