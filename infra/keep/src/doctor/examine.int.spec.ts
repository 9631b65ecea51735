import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { withClient } from '@madang/postgres-infra';
import {
  type FreshDatabase,
  type FreshNamespace,
  type FreshNats,
  freshDatabase,
  freshNamespace,
  freshNats,
  until,
} from '@madang/testing';
import { searchAttributes } from '@madang/workflows/search-attributes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationsDirOf, WITH_SCHEMA } from '../house.ts';
import { type DoctorOptions, examine } from './examine.ts';
import type { Finding } from './finding.ts';

const passwords = makePasswords();
let nats: FreshNats;
let base: FreshDatabase;
let temporal: FreshNamespace;
let options: DoctorOptions;

/** Here only engines run, so that these two are always missed. */
const NOBODY = ['workers', 'desk'];
/** What is not fine, by check. */
const complaints = async (more: Partial<DoctorOptions> = {}): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await examine({ ...options, ...more }))
      .filter((one) => one.state !== 'fine' && !NOBODY.includes(one.check))
      .map((one) => [one.check, `${one.what} → ${one.todo}`]),
  );
const change = (...sql: readonly string[]): Promise<void> =>
  withClient(base.adminUrl, async (client) => {
    for (const one of sql) await client.query(one);
  });

beforeAll(async () => {
  nats = await freshNats((at) => serverConfig({ port: at.port, monitorPort: at.monitorPort, passwords }));
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  base = await freshDatabase([...WITH_SCHEMA]);
  temporal = await freshNamespace(searchAttributes);
  const secretsDir = mkdtempSync(join(tmpdir(), 'madang-secrets-'));
  const masterKeyFile = join(secretsDir, 'master-key');
  writeFileSync(masterKeyFile, Buffer.alloc(32, 1).toString('base64'), { mode: 0o600 });
  options = {
    ...{ databaseUrl: base.adminUrl, nats: { url: nats.url, passwords }, temporal, health: {} },
    migrations: Object.fromEntries(WITH_SCHEMA.map((one) => [one, migrationsDirOf(one)])),
    ...{ secretsDir, masterKeyFile, home: tmpdir() },
  };
});
afterAll(async () => {
  await nats.remove();
  await base.drop();
});

describe('the doctor', () => {
  it('finds nothing wrong with engines that are well, and says their versions', async () => {
    expect(await complaints()).toEqual({});
    const said = Object.fromEntries((await examine(options)).map((one) => [one.check, one.what]));
    expect(said).toMatchObject({
      postgresql: expect.stringMatching(/^version 18\./),
      'nats madang': expect.stringMatching(/^version 2\.15\./),
      temporal: expect.stringMatching(/^version 1\./),
      'node here': `version ${process.version}`,
      'clock nats madang': 'agrees with this machine',
      'stream KV_workflows': '0 messages',
    });
  });
  it('says what to do about everything that is not fine', async () => {
    const all = await examine({ ...options, health: { forums: 'http://127.0.0.1:9/ready' } });
    const bad = all.filter((one) => one.state !== 'fine');
    expect(bad.map((one) => one.check)).toEqual(['workers', 'desk', 'process forums']);
    expect(bad.every((one) => one.todo.length > 20)).toBe(true);
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
  it('finds a stream that is behind its rows, or ahead of them', async () => {
    await change('UPDATE ministries.head SET sequence = 4');
    expect(await complaints()).toEqual({
      'stream EVENTS_ministries': expect.stringContaining('4 facts behind'),
    });
    await change('UPDATE ministries.head SET sequence = 0');
  });
  it('finds a role that may look into another schema, and one with powers over the server', async () => {
    await change('GRANT USAGE ON SCHEMA people TO forums', 'GRANT SELECT ON people.contact TO forums');
    expect(await complaints()).toEqual({
      'role forums': expect.stringMatching(/may enter schema people, may touch people\.contact → .*REVOKE/),
    });
    await change('REVOKE ALL ON people.contact FROM forums', 'REVOKE ALL ON SCHEMA people FROM forums');
    expect(await complaints()).toEqual({});
  });
  it('finds a NATS user that is not let in', async () => {
    const changed = { url: nats.url, passwords: { ...passwords, 'people-events': 'another' } };
    expect(await complaints({ nats: changed })).toEqual({
      'nats user people-events': expect.stringContaining('is not let in'),
    });
  });
  it('finds a server without walls, and one that acknowledges before the disk has it', async () => {
    const open = await freshNats((at) => {
      const config = serverConfig({ port: at.port, monitorPort: at.monitorPort, passwords });
      return config.replaceAll(/, permissions: \{[^\n]*\}\s\}/g, ' }').replace('sync_interval: always', '');
    });
    try {
      await makeStreams({ url: open.url, password: passwords.infra ?? '' });
      const said = await complaints({ nats: { url: open.url, passwords } });
      expect(said['nats madang on disk']).toContain('sync_interval: always');
      expect(said['nats user forums-events']).toContain('may publish ogp.command.doctor.probe.v1');
      expect(said['nats user portal-asks']).toContain('may publish ogp.event.doctor.probe.v1');
    } finally {
      await open.remove();
    }
  });
  it('finds a process whose next step is overdue', async () => {
    const id = 'obligation-overdue';
    const text = (value: string, type: string) => ({
      metadata: {
        encoding: Buffer.from('json/plain').toString('base64'),
        type: Buffer.from(type).toString('base64'),
      },
      data: Buffer.from(JSON.stringify(value)).toString('base64'),
    });
    const body = {
      workflowType: { name: 'obligation' },
      taskQueue: { name: 'nobody' },
      searchAttributes: { indexedFields: { MadangDue: text('2026-01-01T00:00:00Z', 'Datetime') } },
    };
    const started = await fetch(
      `${temporal.httpUrl}/api/v1/namespaces/${temporal.namespace}/workflows/${id}`,
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    );
    expect(started.status).toBe(200);
    await until(async () => (await complaints()).processes !== undefined, {
      within: 20_000,
      what: 'the overdue process to be seen',
    });
    expect((await complaints()).processes).toMatch(/1 of 1 .* obligation-overdue → .*console/);
  });
  it('finds a namespace that is not there, and one that processes cannot be searched in', async () => {
    const bare = await freshNamespace();
    expect(await complaints({ temporal: bare })).toEqual({
      'temporal namespace': expect.stringContaining('MadangDue'),
    });
    expect(await complaints({ temporal: { ...temporal, namespace: 'nowhere' } })).toEqual({
      'temporal namespace': expect.stringContaining('nowhere is not there'),
    });
  });
  it('finds a process that does not answer, and a secret that others can read', async () => {
    const secretsDir = mkdtempSync(join(tmpdir(), 'madang-secrets-'));
    writeFileSync(join(secretsDir, 'nats-users.json'), '{}', { mode: 0o644 });
    const health = { forums: 'http://127.0.0.1:9/ready' };
    expect(
      Object.keys(await complaints({ secretsDir, health, temporal: await freshNamespace(searchAttributes) })),
    ).toEqual(['process forums', 'secret nats-users.json']);
  });
  it('finds a master key that is none, and one that is gone', async () => {
    const masterKeyFile = join(mkdtempSync(join(tmpdir(), 'madang-secrets-')), 'master-key');
    expect((await complaints({ masterKeyFile }))['master key']).toContain('Bring the right one back');
    writeFileSync(masterKeyFile, 'short');
    expect((await complaints({ masterKeyFile }))['master key']).toContain('not 32 bytes');
  });
  it('says the same as JSON to machines, and ends with 1 when something is wrong', () => {
    const natsUsers = join(options.secretsDir ?? '', 'nats-users.json');
    writeFileSync(natsUsers, JSON.stringify(passwords), { mode: 0o600 });
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('../madang.ts', import.meta.url)), 'doctor', '--json'],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          ...{ MADANG_ADMIN_DATABASE_URL: base.adminUrl, MADANG_HOME: tmpdir() },
          ...{ MADANG_NATS_URL: nats.url, MADANG_NATS_USERS: natsUsers, MADANG_SECRETS: options.secretsDir },
          ...{ MADANG_TEMPORAL_ADDRESS: temporal.address, MADANG_TEMPORAL_NAMESPACE: temporal.namespace },
          ...{
            MADANG_MASTER_KEY_FILE: options.masterKeyFile,
            MADANG_HEALTH_URL: 'http://127.0.0.1:9/{process}',
          },
        },
      },
    );
    expect(status, stderr).toBe(1);
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly Finding[] };
    expect(findings.find((one) => one.check === 'postgresql')).toMatchObject({ state: 'fine', todo: '' });
    expect(findings.find((one) => one.check === 'process portal')).toEqual({
      ...{ check: 'process portal', state: 'wrong', what: 'does not answer' },
      todo: expect.stringContaining('Start it'),
    });
    expect(stdout).not.toContain(passwords.infra);
  });
  it('goes on when an engine is away, and says which', async () => {
    const away = await complaints({
      nats: { url: 'nats://127.0.0.1:9', passwords },
      temporal: { address: '127.0.0.1:9', namespace: 'default' },
    });
    expect(away).toEqual({
      nats: expect.stringContaining('does not answer'),
      temporal: expect.stringContaining('does not answer'),
    });
    expect(
      Object.keys(await complaints({ databaseUrl: 'postgresql://postgres@127.0.0.1:9/madang' })),
    ).toContain('postgresql');
  });
});
