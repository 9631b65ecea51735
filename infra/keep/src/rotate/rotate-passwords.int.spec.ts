import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePasswords, makeStreams, serverConfig, tryUsers } from '@madang/nats-infra';
import { prepareDatabase, urlOfDatabase, urlOfService, withClient } from '@madang/postgres-infra';
import { type FreshDatabase, freshDatabase, freshNats } from '@madang/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rotatePasswords } from './rotate-passwords.ts';

// A role of its own, in a schema of its own: the others' passwords are those of all specs on this server.
const ROLE = `rotated_${randomBytes(4).toString('hex')}`;
const ADMIN = `admin_${randomBytes(4).toString('hex')}`;
let folder: string;
let base: FreshDatabase;
let files: {
  readonly adminPasswordFile: string;
  readonly databaseRolesFile: string;
  readonly natsUsersFile: string;
};

const read = (file: string): string => readFileSync(file, 'utf8');
const adminUrlNow = (): string => {
  const url = new URL(base.adminUrl);
  url.username = ADMIN;
  url.password = read(files.adminPasswordFile);
  return url.href;
};
const lets = (url: string): Promise<boolean> =>
  withClient(url, async () => true).catch((fault: { readonly code?: string }) => {
    if (fault.code === '28P01') return false;
    throw fault;
  });
const rotating = () => rotatePasswords({ databaseUrl: adminUrlNow(), ...files });
/** What every start does with the passwords of roles. */
const prepare = () =>
  prepareDatabase({
    adminUrl: urlOfDatabase(adminUrlNow(), 'postgres'),
    database: base.database,
    services: [
      { name: ROLE, migrationsDir: folder, password: JSON.parse(read(files.databaseRolesFile))[ROLE] },
    ],
  });
const roleUrl = (): string =>
  urlOfService(base.adminUrl, base.database, ROLE, JSON.parse(read(files.databaseRolesFile))[ROLE]);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'madang-rotate-'));
  files = {
    adminPasswordFile: join(folder, 'postgres-password'),
    databaseRolesFile: join(folder, 'database-roles.json'),
    natsUsersFile: join(folder, 'nats-users.json'),
  };
  writeFileSync(files.adminPasswordFile, 'first-of-admin', { mode: 0o644 });
  writeFileSync(files.databaseRolesFile, JSON.stringify({ [ROLE]: 'first-of-role' }), { mode: 0o600 });
  writeFileSync(files.natsUsersFile, JSON.stringify(makePasswords()), { mode: 0o600 });
  base = await freshDatabase(['forums']);
  await withClient(base.adminUrl, (client) =>
    client.query(`CREATE ROLE ${ADMIN} SUPERUSER LOGIN PASSWORD 'first-of-admin'`),
  );
  await prepare();
});
afterEach(async () => {
  await base.drop();
  await withClient(urlOfDatabase(base.adminUrl, 'postgres'), async (client) => {
    await client.query(`DROP ROLE IF EXISTS ${ROLE}`);
    await client.query(`DROP ROLE IF EXISTS ${ADMIN}`);
  });
  rmSync(folder, { recursive: true });
});

describe('passwords', () => {
  it('of the database are others afterwards: the administrator’s at once, a role’s from the next start on', async () => {
    const before = { admin: adminUrlNow(), role: roleUrl() };
    await rotating();
    expect([await lets(before.admin), await lets(adminUrlNow())]).toEqual([false, true]);
    expect(await lets(before.role)).toBe(true);
    await prepare();
    expect([await lets(before.role), await lets(roleUrl())]).toEqual([false, true]);
    expect(statSync(files.adminPasswordFile).mode & 0o777).toBe(0o644);
    expect(statSync(files.databaseRolesFile).mode & 0o777).toBe(0o600);
  });
  it('of NATS are others for everybody once it runs with them', async () => {
    const before = JSON.parse(read(files.natsUsersFile)) as Record<string, string>;
    await rotating();
    const after = JSON.parse(read(files.natsUsersFile)) as Record<string, string>;
    const nats = await freshNats((at) =>
      serverConfig({ port: at.port, monitorPort: at.monitorPort, passwords: after }),
    );
    try {
      await makeStreams({ url: nats.url, password: after.infra ?? '' });
      expect((await tryUsers({ url: nats.url, passwords: before })).some((one) => one.isLetIn)).toBe(false);
      const now = await tryUsers({ url: nats.url, passwords: after });
      expect(now.filter((one) => !one.isLetIn || one.mayToo.length > 0)).toEqual([]);
    } finally {
      await nats.remove();
    }
  });
  it('whose change was killed after PostgreSQL was told are changed to the end when it is run again', async () => {
    const url = adminUrlNow();
    const { signal, stderr } = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('../madang.ts', import.meta.url)), 'rotate', 'passwords'],
      {
        env: {
          ...process.env,
          MADANG_ADMIN_DATABASE_URL: url,
          MADANG_ADMIN_PASSWORD_FILE: files.adminPasswordFile,
          MADANG_DATABASE_ROLES: files.databaseRolesFile,
          MADANG_NATS_USERS: files.natsUsersFile,
          MADANG_CRASH_AT: 'password-after-told',
        },
        encoding: 'utf8',
      },
    );
    expect(signal, stderr).toBe('SIGKILL');
    expect(await lets(adminUrlNow())).toBe(false);
    await rotating();
    expect(await lets(adminUrlNow())).toBe(true);
    expect(existsSync(`${files.adminPasswordFile}.next`)).toBe(false);
    await prepare();
    expect(await lets(roleUrl())).toBe(true);
  });
  it('are not changed while a service is connected', async () => {
    const service = new pg.Client({ connectionString: base.urls.forums });
    await service.connect();
    await expect(rotating()).rejects.toThrow('forums runs');
    await service.end();
    expect(read(files.adminPasswordFile)).toBe('first-of-admin');
  });
});
