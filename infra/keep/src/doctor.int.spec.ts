import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { withClient } from '@madang/postgres-infra';
import { type FreshDatabase, type FreshNats, freshDatabase, freshNats } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DoctorOptions, examine } from './doctor.ts';
import { KEPT } from './manifest.ts';

const passwords = makePasswords();
const services = [...KEPT, 'portal'];
let nats: FreshNats;
let base: FreshDatabase;
let options: DoctorOptions;

const migrationsOf = (service: string): string =>
  fileURLToPath(new URL(`../../../services/${service}/prisma/migrations`, import.meta.url));
/** What is not fine, by check. */
const complaints = async (more: Partial<DoctorOptions> = {}): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await examine({ ...options, ...more }))
      .filter((one) => one.state !== 'fine')
      .map((one) => [one.check, `${one.what} → ${one.todo}`]),
  );
const change = (sql: string): Promise<unknown> => withClient(base.adminUrl, (client) => client.query(sql));

beforeAll(async () => {
  nats = await freshNats((at) => serverConfig({ port: at.port, monitorPort: at.monitorPort, passwords }));
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  base = await freshDatabase(services);
  const secretsDir = mkdtempSync(join(tmpdir(), 'madang-secrets-'));
  writeFileSync(join(secretsDir, 'master-key'), Buffer.alloc(32, 1).toString('base64'), { mode: 0o600 });
  options = {
    ...{ databaseUrl: base.adminUrl, natsUrl: nats.url, natsPassword: passwords.infra ?? '', health: {} },
    migrations: Object.fromEntries(services.map((one) => [one, migrationsOf(one)])),
    ...{ secretsDir, home: tmpdir() },
  };
});
afterAll(async () => {
  await nats.remove();
  await base.drop();
});

describe('the doctor', () => {
  it('finds nothing where all is well', async () => {
    expect(await complaints()).toEqual({});
  });
  it('finds a parked fact and says how it is replayed', async () => {
    await change(`INSERT INTO people.waiting VALUES ('forums', 3, 'forum/x', 'parked', 'poison', '{}')`);
    expect(await complaints()).toEqual({ 'facts people': expect.stringContaining('replay them') });
    await change('DELETE FROM people.waiting');
  });
  it('finds a migration that was not applied, and one that this code does not know', async () => {
    await change(
      `UPDATE people._prisma_migrations SET migration_name = '9999_later' WHERE migration_name LIKE '0003%'`,
    );
    expect(await complaints()).toEqual({ 'migrations people': expect.stringContaining('9999_later') });
    await change(
      `UPDATE people._prisma_migrations SET finished_at = NULL WHERE migration_name = '9999_later'`,
    );
    expect(await complaints()).toEqual({ 'migrations people': expect.stringContaining('not applied: 0003') });
    await change(
      `UPDATE people._prisma_migrations SET finished_at = now(), migration_name = '0003_requirements' WHERE migration_name = '9999_later'`,
    );
  });
  it('finds a stream that is behind its rows', async () => {
    await change('UPDATE ministries.head SET sequence = 4');
    expect(await complaints()).toEqual({
      'stream EVENTS_ministries': expect.stringContaining('4 facts behind'),
    });
    await change('UPDATE ministries.head SET sequence = 0');
  });
  it('finds a process that does not answer, and a secret that others can read', async () => {
    const secretsDir = mkdtempSync(join(tmpdir(), 'madang-secrets-'));
    writeFileSync(join(secretsDir, 'nats-users.json'), '{}', { mode: 0o644 });
    const health = { forums: 'http://127.0.0.1:9/ready' };
    expect(Object.keys(await complaints({ secretsDir, health }))).toEqual([
      'process forums',
      'secret nats-users.json',
    ]);
  });
  it('goes on when an engine is away, and says which', async () => {
    expect(await complaints({ natsUrl: 'nats://127.0.0.1:9' })).toEqual({
      nats: expect.stringContaining('does not answer'),
    });
    expect(
      Object.keys(await complaints({ databaseUrl: 'postgresql://postgres@127.0.0.1:9/madang' })),
    ).toContain('postgresql');
  });
});
