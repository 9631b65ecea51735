import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PostgresEngine, startPostgres } from '@madang/local';
import { connectNats, type SecondCopies, secondCopies } from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig, services } from '@madang/nats-infra';
import {
  copyDatabase,
  dropDatabase,
  prepareDatabase,
  urlOfDatabase,
  urlOfService,
  withClient,
} from '@madang/postgres-infra';
import { bodyHashes, newKey, readFormerKeys, seal, unseal } from '@madang/record';
import { type FreshNats, freshNats, grepFolder, pgDatabase } from '@madang/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrationsDirOf, WITH_SCHEMA } from '../house.ts';
import { readKey } from '../master-key.ts';
import { rotateMasterKey } from './rotate-master-key.ts';

const passwords = makePasswords();
const old = Buffer.alloc(32, 5);
/** Keys of texts by id, as they are in clear. */
const clear = new Map<string, Buffer>();
let folder: string;
let masterKeyFile: string;
let nats: FreshNats;
/** Of its own: roles belong to a whole server, and here they are shut out. */
let server: PostgresEngine;
let place: string;
const adminUrl = (): string => urlOfDatabase(server.url, 'rotated');
const urlOf = (service: string): string => urlOfService(server.url, 'rotated', service, `test-${service}`);

const rotating = () =>
  rotateMasterKey({ databaseUrl: adminUrl(), masterKeyFile, nats: { url: nats.url, passwords } });
/** The command in a process of its own, which dies at a moment. */
const killedAt = (point: string): void => {
  const natsUsers = join(folder, 'users.json');
  writeFileSync(natsUsers, JSON.stringify(passwords));
  const { signal, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('../madang.ts', import.meta.url)), 'rotate', 'master-key'],
    {
      env: {
        ...process.env,
        MADANG_ADMIN_DATABASE_URL: adminUrl(),
        MADANG_MASTER_KEY_FILE: masterKeyFile,
        MADANG_NATS_URL: nats.url,
        MADANG_NATS_USERS: natsUsers,
        MADANG_CRASH_AT: point,
      },
      encoding: 'utf8',
    },
  );
  expect(signal, stderr).toBe('SIGKILL');
};
const sql = <T extends pg.QueryResultRow>(text: string): Promise<readonly T[]> =>
  withClient(adminUrl(), async (client) => (await client.query<T>(text)).rows);
const inCopies = async <T>(work: (copies: SecondCopies) => Promise<T>): Promise<readonly T[]> => {
  const connection = await connectNats({ url: nats.url, user: 'infra', password: passwords.infra ?? '' });
  const done: T[] = [];
  for (const service of services) done.push(await work(await secondCopies(connection, service)));
  await connection.close();
  return done;
};
const mayLogIn = async (): Promise<boolean> => {
  const client = new pg.Client({ connectionString: urlOf('forums') });
  return client
    .connect()
    .then(() => client.end())
    .then(
      () => true,
      () => false,
    );
};

/** Every key opens under this master key, in the rows and in the streams, each once, and is what it was. */
const everythingOpensUnder = async (masterKey: Buffer): Promise<void> => {
  for (const service of services) {
    const rows = await sql<{ id: string; wrapped: string }>(`SELECT id, wrapped FROM ${service}.text_key`);
    for (const { id, wrapped } of rows) {
      const key = unseal(masterKey, wrapped);
      if (clear.has(id)) expect(key).toEqual(clear.get(id));
    }
    expect(rows.filter(({ id }) => clear.has(id))).toHaveLength(clear.size);
  }
  const [ballot] = await sql<{ wrapped: string }>('SELECT wrapped FROM forums.ballot_key');
  expect(unseal(masterKey, ballot?.wrapped ?? '')).toHaveLength(32);
  for (const copies of await inCopies((one) => one.keys(0, 1_000))) {
    expect(copies.map((one) => one.id).toSorted()).toEqual([...clear.keys()].toSorted());
    for (const { id, bytes } of copies) expect(unseal(masterKey, bytes)).toEqual(clear.get(id));
  }
};

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'madang-rotate-'));
  chmodSync(place, 0o755); // PostgreSQL may run as another user
  server = await startPostgres({ dir: join(place, 'postgres') });
  await prepareDatabase({
    adminUrl: server.url,
    database: 'template',
    services: WITH_SCHEMA.map((name) => ({
      ...{ name, migrationsDir: migrationsDirOf(name), password: `test-${name}` },
    })),
  });
});
afterAll(async () => {
  await server.kill();
  rmSync(place, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'madang-rotate-'));
  masterKeyFile = join(folder, 'master-key');
  writeFileSync(masterKeyFile, old.toString('base64'), { mode: 0o600 });
  nats = await freshNats((at) => serverConfig({ port: at.port, monitorPort: at.monitorPort, passwords }));
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  await copyDatabase(server.url, 'template', 'rotated', [...WITH_SCHEMA]);
  clear.clear();
  for (let n = 0; n < 7; n += 1) clear.set(randomUUID(), newKey());
  await withClient(adminUrl(), async (client) => {
    for (const service of services)
      for (const [id, key] of clear)
        await client.query(`INSERT INTO ${service}.text_key VALUES ($1, $2, true)`, [id, seal(old, key)]);
    await client.query('INSERT INTO forums.ballot_key VALUES ($1, $2)', [randomUUID(), seal(old, newKey())]);
  });
  await inCopies((copies) => Promise.all([...clear].map(([id, key]) => copies.putKey(id, seal(old, key)))));
});
afterEach(async () => {
  await nats.remove();
  for (const service of WITH_SCHEMA) await sql(`ALTER ROLE ${service} LOGIN`);
  await dropDatabase(server.url, 'rotated');
  rmSync(folder, { recursive: true });
});

describe('the master key', () => {
  it('is another afterwards, and every key lies under it, nowhere under the former one', async () => {
    const [before] = await sql<{ wrapped: string }>('SELECT wrapped FROM people.text_key LIMIT 1');
    await rotating();
    const next = readKey(masterKeyFile);
    expect(next).not.toEqual(old);
    await everythingOpensUnder(next);
    expect(await mayLogIn()).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual([
      'master-key',
      expect.stringMatching(/^master-key\.former-/),
    ]);
    const [kept = ''] = readdirSync(folder).filter((one) => one.includes('former'));
    expect(readKey(join(folder, kept))).toEqual(old);
    const [first] = await inCopies((copies) => copies.keys(0, 1));
    expect(first?.[0]?.sequence).toBeGreaterThan(clear.size);
    expect(grepFolder(nats.dataDir, before?.wrapped ?? 'none')).toEqual([]);
  });
  it('can be changed again, and a command asked before both times is known by its hash', async () => {
    const asked = { type: 'forums.found-forum.v1', body: { 이름: '마당' } };
    const { bodyHash } = bodyHashes({ masterKey: old }, asked);
    await rotating();
    await rotating();
    const masterKey = readKey(masterKeyFile);
    const formerKeys = await readFormerKeys(pgDatabase(urlOf('forums')), masterKey);
    expect(formerKeys).toHaveLength(2);
    const now = bodyHashes({ masterKey, formerKeys }, asked);
    expect(now.bodyHash).not.toBe(bodyHash);
    expect(now.formerHashes).toContain(bodyHash);
  });
  it.each([
    'rotation-after-note',
    'rotation-after-rows',
    'rotation-between-copies:10',
    'rotation-after-swap',
  ])('whose change was killed at %s is changed to the end when it is run again', async (point) => {
    killedAt(point);
    const wasShut = !(await mayLogIn());
    expect(wasShut).toBe(point !== 'rotation-after-note');
    expect(existsSync(`${masterKeyFile}.next`)).toBe(true);
    const next = readKey(`${masterKeyFile}.next`);
    await rotating();
    expect(readKey(masterKeyFile)).toEqual(next);
    await everythingOpensUnder(next);
    expect(await mayLogIn()).toBe(true);
    expect(existsSync(`${masterKeyFile}.next`)).toBe(false);
    const formerKeys = await readFormerKeys(pgDatabase(urlOf('people')), next);
    expect(formerKeys).toEqual([old]);
  });
  it('is not changed while a service is connected', async () => {
    const service = new pg.Client({ connectionString: urlOf('people') });
    await service.connect();
    await expect(rotating()).rejects.toThrow('people runs');
    await service.end();
    expect(readdirSync(folder)).toEqual(['master-key']);
  });
  it('is not changed where a key opens under none, and nothing else is either', async () => {
    const strange = seal(Buffer.alloc(32, 9), newKey());
    await withClient(adminUrl(), (client) =>
      client.query('INSERT INTO ministries.text_key VALUES ($1, $2, true)', [randomUUID(), strange]),
    );
    await expect(rotating()).rejects.toThrow(/ministries.*text_key.*opens neither/);
    expect(readKey(masterKeyFile)).toEqual(old);
    await sql('DELETE FROM ministries.text_key');
    await withClient(adminUrl(), async (client) => {
      for (const [id, key] of clear)
        await client.query('INSERT INTO ministries.text_key VALUES ($1, $2, true)', [id, seal(old, key)]);
    });
    await everythingOpensUnder(old);
  });
  it('is not changed while NATS is away', async () => {
    await nats.kill();
    await expect(rotating()).rejects.toThrow();
    expect(await mayLogIn()).toBe(true);
    expect(readKey(masterKeyFile)).toEqual(old);
  });
});
