import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openDoor } from './open-door.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).toReversed()) await one();
});

/** A portal that says its name, and where it was told that a request comes from. */
const portal = async (name: string): Promise<string> => {
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { host, 'x-forwarded-for': from } = request.headers;
      response.setHeader('set-cookie', ['one=1', 'two=2']);
      response.end(JSON.stringify({ name, url: request.url, host, from, body }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  undo.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const doorBefore = async (portals: () => Promise<readonly string[]>) => {
  const door = await openDoor({ portals, every: 10 });
  undo.push(door.close);
  const at = await door.app.listen({ port: 0, host: '127.0.0.1' });
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${at}${path}`, init);
    const said = response.ok ? ((await response.json()) as Record<string, string>) : {};
    return { status: response.status, cookies: response.headers.getSetCookie(), ...said };
  };
  return { at, door, ask };
};

describe('a door before two portals', () => {
  it('sends requests to both in turn, as they are, and says who asked', async () => {
    const both = [await portal('one'), await portal('two')];
    const { ask, at, door } = await doorBefore(async () => both);
    const asked = [];
    for (let n = 0; n < 10; n += 1)
      asked.push(
        await ask('/api/forums/x?y=%EB%A7%88%EB%8B%B9', {
          method: 'POST',
          body: '{"마당":1}',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': '10.9.8.7' },
        }),
      );
    expect(asked.filter((one) => 'name' in one && one.name === 'one')).toHaveLength(5);
    expect(asked[0]).toMatchObject({
      ...{ status: 200, url: '/api/forums/x?y=%EB%A7%88%EB%8B%B9', body: '{"마당":1}' },
      ...{ host: new URL(at).host, from: '127.0.0.1', cookies: ['one=1', 'two=2'] },
    });
    expect([...door.sent().values()]).toEqual([5, 5]);
  });
  it('lets one portal have all of a sign-in', async () => {
    const both = [await portal('one'), await portal('two')];
    const { ask } = await doorBefore(async () => both);
    const names = [];
    for (const path of ['/sign-in/provider?lang=ko', '/oidc/auth?x', '/sign-in/callback?code=1', '/sign-in'])
      names.push(await ask(path));
    expect(new Set(names.map((one) => 'name' in one && one.name)).size).toBe(1);
  });
  it('answers 503 while none is there, and goes on with whoever comes', async () => {
    const gone = await portal('gone');
    await undo.pop()?.();
    let there = [gone];
    const { ask, door } = await doorBefore(async () => there);
    expect(await ask('/ko')).toMatchObject({ status: 503 });
    const come = await portal('come');
    there = [come];
    await expect.poll(() => [...door.sent().keys()]).toEqual([come]);
    expect(await ask('/ko')).toMatchObject({ status: 200, name: 'come' });
  });
});
