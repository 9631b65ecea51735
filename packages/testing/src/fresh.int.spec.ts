import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { urlOfDatabase, withClient } from '@madang/postgres-infra';
import { describe, expect, it } from 'vitest';
import { canary, freshDatabase, freshNamespace, freshNats, grepFolder, until } from './index.ts';
import { provided } from './provided.ts';

const serviceWith = (name: string, sql: string) => {
  const migrationsDir = join(mkdtempSync(join(provided().home, 'migrations-')), 'migrations');
  mkdirSync(join(migrationsDir, '0001_init'), { recursive: true });
  writeFileSync(join(migrationsDir, '0001_init', 'migration.sql'), sql);
  return { name, migrationsDir };
};

describe('a fresh database', () => {
  it('is migrated, walled, and one’s own', async () => {
    const services = [
      serviceWith('alpha', 'create table thing (id text primary key)'),
      serviceWith('beta', 'create table thing (id text primary key)'),
    ];
    const [one, two] = await Promise.all([freshDatabase(services), freshDatabase(services)]);
    await withClient(one.urls.alpha ?? '', (alpha) => alpha.query(`insert into thing values ('a')`));
    const count = (url: string) =>
      withClient(url, async (c) => (await c.query('select count(*)::int as n from alpha.thing')).rows[0].n);
    expect(await count(one.adminUrl)).toBe(1);
    expect(await count(two.adminUrl)).toBe(0);
    await expect(count(one.urls.beta ?? '')).rejects.toThrow(/permission denied for schema alpha/);
    await one.drop();
    await expect(count(one.adminUrl)).rejects.toThrow(/does not exist/);
    await two.drop();
    expect(urlOfDatabase(two.adminUrl, 'postgres')).toContain('/postgres');
  });
});

describe('a fresh NATS server', () => {
  it('serves on its own ports, and again after a kill', async () => {
    await using nats = await freshNats();
    const healthy = async () => (await fetch(`${nats.monitorUrl}/healthz`)).ok;
    expect(await healthy()).toBe(true);
    const before = nats.pid;
    await nats.kill();
    expect(nats.running()).toBe(false);
    await nats.start();
    expect(nats.pid).not.toBe(before);
    expect(await healthy()).toBe(true);
  });

  it('takes a configuration', async () => {
    await using nats = await freshNats('server_name: of-this-spec\njetstream { sync_interval: always }\n');
    const facts = (await (await fetch(`${nats.monitorUrl}/varz`)).json()) as {
      server_name: string;
      jetstream: { config: { sync_always: boolean; store_dir: string } };
    };
    expect(facts.server_name).toBe('of-this-spec');
    expect(facts.jetstream.config.sync_always).toBe(true);
    expect(facts.jetstream.config.store_dir).toContain(nats.dataDir);
  });
});

describe('a fresh namespace', () => {
  it('takes requests and knows its search attributes', async () => {
    const { httpUrl, namespace } = await freshNamespace({ MadangForum: 'Keyword' });
    const query = encodeURIComponent(`MadangForum = "x"`);
    const answer = await fetch(`${httpUrl}/api/v1/namespaces/${namespace}/workflow-count?query=${query}`);
    expect(answer.status).toBe(200);
  });
});

describe('looking for a canary', () => {
  it('finds it across the seam of two reads, and in folders that are linked', () => {
    const dir = mkdtempSync(join(provided().home, 'grep-'));
    const bird = canary();
    const file = join(dir, 'file');
    writeFileSync(file, Buffer.concat([Buffer.alloc(4 * 1024 * 1024 - 5), Buffer.from(bird)]));
    writeFileSync(join(dir, 'other'), canary());
    expect(grepFolder(dir, bird)).toEqual([file]);
    expect(readFileSync(file).includes(bird)).toBe(true);
    expect(grepFolder(dir, canary())).toEqual([]);
  });
});

describe('waiting for a condition', () => {
  it('says what did not come', async () => {
    await expect(until(() => false, { within: 50, what: 'the bird' })).rejects.toThrow(
      'Waited 50 ms for the bird, in vain.',
    );
  });
});
