import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Answer } from '@madang/contracts';
import { asker, connectNats } from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { freshDatabase, freshNats, pgDatabase, until } from '@madang/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { serveHealth } from '../health.ts';
import { makeLog } from '../log.ts';
import { METRICS } from '../metric-names.ts';
import { openMeters } from '../open-meters.ts';
import { openService } from '../open-service.ts';
import { cycleBody, foundForum } from './bodies.ts';
import { forums } from './services.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('a service tells operators what it took and refused and how it stands, and nothing of a person', async () => {
  vi.stubEnv('MADANG_METRICS', 'on');
  const passwords = makePasswords();
  await using nats = await freshNats((at) =>
    serverConfig({ port: at.port, monitorPort: at.monitorPort, passwords }),
  );
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  await using base = await freshDatabase([forums.name]);
  const database = pgDatabase(base.urls[forums.name] ?? '');
  const log = makeLog('metrics-spec');
  log.level = 'silent';
  const meters = await openMeters(forums.name);
  if (!meters) throw new Error('metrics are off');
  const open = await openService({
    ...{ service: forums, database, rows: (db) => ({ db }), natsUrl: nats.url, passwords, log, meters },
    masterKey: Buffer.alloc(32, 7),
    gauges: async () => [{ name: METRICS.obligations, value: 3, labels: { state: 'open' } }],
  });
  const health = serveHealth(0, () => true, meters);
  await once(health, 'listening');
  const url = `http://127.0.0.1:${(health.address() as AddressInfo).port}`;
  const connection = await connectNats({
    ...{ url: nats.url, user: 'portal-asks', password: passwords['portal-asks'] ?? '' },
  });
  const portal = asker(connection);
  const [forumId, personId] = [randomUUID(), randomUUID()];
  const ask = (
    type: string,
    body: object,
    roles: readonly ['secretariat'] | readonly ['citizen'],
  ): Promise<Answer> =>
    portal.command({
      ...{ id: randomUUID(), type, actor: { id: personId, roles: [...roles] }, forumId },
      ...{ correlationId: randomUUID(), body: { forumId, ...body } },
    });
  const scraped = async (): Promise<string> => (await fetch(`${url}/metrics`)).text();

  expect(await ask('forums.found-forum.v1', foundForum, ['secretariat'])).toMatchObject({ status: 200 });
  await ask('forums.found-forum.v1', foundForum, ['citizen']);
  const cycle = cycleBody(randomUUID());
  await ask('forums.open-cycle.v1', cycle, ['secretariat']);
  await ask('forums.open-cycle.v1', { ...cycle, name: { ko: '다른 이름', en: 'Other' } }, ['secretariat']);
  await until(async () => /madang_facts_published\{[^}]*\} [1-9]/.test(await scraped()), {
    ...{ within: 10_000, what: 'facts to be published' },
  });
  const text = await scraped();
  expect(text).toMatch(
    /madang_commands_total\{[^}]*type="forums.found-forum.v1",outcome="accepted"[^}]*\} 1/,
  );
  expect(text).toMatch(/madang_commands_total\{[^}]*outcome="not-permitted",code="not-permitted"[^}]*\} 1/);
  expect(text).toMatch(/madang_obligations\{[^}]*state="open"[^}]*\} 3/);
  for (const name of [METRICS.recorded, METRICS.published, METRICS.parked, METRICS.waiting, METRICS.oldest])
    expect(text).toContain(`\n${name}{`);
  for (const secret of [forumId, personId, '다른 이름']) expect(text).not.toContain(secret);
  expect((await fetch(`${url}/ready`)).status).toBe(200);

  health.close();
  await open.stop();
  await connection.drain();
  await database.$disconnect();
});

it('costs nothing and says nothing when it is off', async () => {
  expect(await openMeters('forums')).toBeUndefined();
  const health = serveHealth(0, () => true);
  await once(health, 'listening');
  const { port } = health.address() as AddressInfo;
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(503);
  health.close();
});
