import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { dropDatabase, prepareDatabase, urlOfDatabase, urlOfService, withClient } from './index.ts';

// Asked directly: @madang/testing stands on this package and cannot be imported here.
const { desk } = inject('madangEngines' as never) as { readonly desk: string };
const database = 'prepared';
const folder = mkdtempSync(join(tmpdir(), 'madang-migrations-'));
const password = (service: string) => `p:/@ ${service}`;
let adminUrl = '';

const migration = (service: string, name: string, sql: string): void => {
  mkdirSync(join(folder, service, name), { recursive: true });
  writeFileSync(join(folder, service, name, 'migration.sql'), sql);
};
const services = () =>
  ['ash', 'birch'].map((name) => ({ name, migrationsDir: join(folder, name), password: password(name) }));
const prepare = () => prepareDatabase({ adminUrl, database, services: services() });
const as = (service: string, sql: string) =>
  withClient(
    urlOfService(adminUrl, database, service, password(service)),
    async (client) => (await client.query(sql)).rows,
  );

beforeAll(async () => {
  adminUrl = ((await (await fetch(`${desk}/postgres`, { method: 'POST' })).json()) as { url: string }).url;
});
beforeEach(async () => {
  await dropDatabase(adminUrl, database);
  rmSync(folder, { recursive: true, force: true });
  for (const service of ['ash', 'birch'])
    migration(service, '0001_init', 'create table leaf (id text primary key)');
});
afterAll(async () => {
  await dropDatabase(adminUrl, database);
  rmSync(folder, { recursive: true, force: true });
});

describe('an empty server', () => {
  it('gets the migrations of every service in its own schema, under its own role', async () => {
    expect(await prepare()).toEqual({ ash: ['0001_init'], birch: ['0001_init'] });
    const owned = `select tablename, tableowner from pg_tables where schemaname = 'ash' order by 1`;
    expect(await as('ash', owned)).toEqual([
      { tablename: '_prisma_migrations', tableowner: 'ash' },
      { tablename: 'leaf', tableowner: 'ash' },
    ]);
    await as('ash', `insert into leaf values ('green')`);
    expect(await as('ash', 'select id from leaf')).toEqual([{ id: 'green' }]);
  });
});

describe('a prepared database', () => {
  beforeEach(async () => void (await prepare()));

  it('is left as it is the second time', async () => {
    expect(await prepare()).toEqual({ ash: [], birch: [] });
  });

  it('gets only the new migration', async () => {
    migration('birch', '0002_branch', 'create table branch (id text primary key)');
    expect(await prepare()).toEqual({ ash: [], birch: ['0002_branch'] });
    expect(await as('birch', 'select count(*)::int as n from _prisma_migrations')).toEqual([{ n: 2 }]);
  });

  it('refuses a migration that was changed after it had been applied', async () => {
    migration('ash', '0001_init', 'create table leaf (id text primary key, colour text)');
    await expect(prepare()).rejects.toThrow(
      /0001_init of ash .* was changed after it had been applied\. Restore its text/,
    );
  });

  it('refuses a migration whose file is gone', async () => {
    rmSync(join(folder, 'ash', '0001_init'), { recursive: true });
    await expect(prepare()).rejects.toThrow(/0001_init of ash .* but its file is gone/);
  });

  it('says what PostgreSQL said of a migration that fails, and does not run it again unasked', async () => {
    migration('ash', '0002_bad', 'create table leaf (id text)');
    await expect(prepare()).rejects.toThrow(/already exists/);
    await expect(prepare()).rejects.toThrow(/0002_bad of ash .* failed half-way/);
  });

  it('takes two preparations at once', async () => {
    migration('ash', '0002_more', 'create table more (id text)');
    const outcomes = await Promise.all([prepare(), prepare()]);
    expect(outcomes.flatMap(({ ash = [] }) => ash)).toEqual(['0002_more']);
  });
});

describe('the wall between two services', () => {
  beforeEach(async () => void (await prepare()));

  it.each([
    ['read', 'select * from birch.leaf'],
    ['write', `insert into birch.leaf values ('x')`],
    ['delete', 'delete from birch.leaf'],
    ['drop', 'drop table birch.leaf'],
    ['create', 'create table birch.nest (id text)'],
    ['open the schema', 'grant all on schema birch to ash'],
    ['become the other role', 'set role birch'],
    ['create in public', 'create table public.nest (id text)'],
    ['create a schema', 'create schema nest'],
    ['create a temporary table', 'create temporary table nest (id text)'],
    ['leave a large object', `select lo_from_bytea(0, 'x')`],
    ['make a role', 'create role cuckoo'],
    ['make a database', 'create database nest'],
    ['read a file', `select pg_read_file('/etc/passwd')`],
    ['run a program', `copy leaf from program 'id'`],
  ])('does not let it %s', async (_, sql) => {
    await expect(as('ash', sql)).rejects.toThrow(/permission denied|must be (owner|able)/);
  });

  it('does not let it into another database', async () => {
    const url = urlOfService(adminUrl, 'prepared_elsewhere', 'ash', password('ash'));
    await withClient(adminUrl, async (admin) => {
      await admin.query('create database prepared_elsewhere');
      await admin.query('revoke connect on database prepared_elsewhere from public');
    });
    await expect(withClient(url, async () => {})).rejects.toThrow(/permission denied for database/);
    await dropDatabase(adminUrl, 'prepared_elsewhere');
  });

  it('stands in the administrator’s eyes as well: ash has no right on birch', async () => {
    const asked = `select has_schema_privilege('ash', 'birch', 'usage') as may`;
    const rows = await withClient(
      urlOfDatabase(adminUrl, database),
      async (admin) => (await admin.query(asked)).rows,
    );
    expect(rows).toEqual([{ may: false }]);
  });
});
