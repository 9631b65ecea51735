import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { dropDatabase, ownDatabases, urlOfDatabase, withClient } from './index.ts';

// Asked directly: @madang/testing stands on this package and cannot be imported here.
const { desk } = inject('madangEngines' as never) as { readonly desk: string };
const databases = ['engine_rows', 'engine_lists'];
let adminUrl = '';

const own = (password = 'p:/@ engine') => ownDatabases({ adminUrl, role: 'engine', password, databases });
const as = (database: string, sql: string, password = 'p:/@ engine') => {
  const url = new URL(urlOfDatabase(adminUrl, database));
  url.username = 'engine';
  url.password = encodeURIComponent(password);
  return withClient(url.href, async (client) => (await client.query(sql)).rows);
};

beforeAll(async () => {
  adminUrl = ((await (await fetch(`${desk}/postgres`, { method: 'POST' })).json()) as { url: string }).url;
});
afterAll(async () => {
  for (const each of [...databases, 'engine_other']) await dropDatabase(adminUrl, each);
});

describe('databases of an engine', () => {
  it('are made once, and it makes its tables and extensions in them', async () => {
    expect(await own()).toEqual(databases);
    await as('engine_rows', 'create table kept (id int); insert into kept values (1)');
    await as('engine_lists', 'create extension btree_gin');
    expect(await own('another')).toEqual([]);
    expect(await as('engine_rows', 'select id from kept', 'another')).toEqual([{ id: 1 }]);
    await expect(as('engine_rows', 'select 1')).rejects.toThrow(/password/);
  });

  it('are shut for others, and others for it', async () => {
    await own();
    await withClient(adminUrl, async (admin) => {
      await admin.query('create database engine_other');
      await admin.query('revoke all on database engine_other from public');
      await admin.query('drop role if exists engine_stranger');
      await admin.query(`create role engine_stranger with login password 'x'`);
    });
    await expect(as('engine_other', 'select 1')).rejects.toThrow(/permission denied/);
    const url = new URL(urlOfDatabase(adminUrl, 'engine_rows'));
    [url.username, url.password] = ['engine_stranger', 'x'];
    await expect(withClient(url.href, (client) => client.query('select 1'))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('have names that reach no further', async () => {
    await expect(
      (async () => ownDatabases({ adminUrl, role: 'postgres', password: 'x', databases }))(),
    ).rejects.toThrow(/cannot name/);
  });
});
