import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { allCommands, allQueries, type Command, type Query, Role } from '@madang/contracts';
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

let system: OwnSystem;
const tokens = new Map<Asker, string>();

beforeAll(async () => {
  system = await ownSystem();
  for (const role of askers.filter((one) => one !== 'nobody')) {
    const response = await fetch(`${system.now().portalUrl}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: randomUUID(), roles: [role], institutionId: randomUUID() }),
    });
    tokens.set(role, ((await response.json()) as { readonly token: string }).token);
  }
});
afterAll(() => system?.end());

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
