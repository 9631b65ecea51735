import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Answer, type CommandEnvelope, PROCESS_ACTOR_ID } from '@madang/contracts';
import {
  type Asker,
  asker,
  type CrashPoint,
  connectNats,
  type FactReader,
  factReader,
} from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import {
  type FreshDatabase,
  type FreshNats,
  freshDatabase,
  freshNats,
  pgDatabase,
  until,
} from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { cycleBody } from './bodies.ts';

const passwords = makePasswords();
const home = mkdtempSync(join(tmpdir(), 'madang-crash-'));
const usersFile = join(home, 'users.json');
const keyFile = join(home, 'key');
writeFileSync(usersFile, JSON.stringify(passwords));
writeFileSync(keyFile, Buffer.alloc(32, 9).toString('base64'));

let nats: FreshNats;
let base: FreshDatabase;
let portal: Asker;
let told: FactReader;
let reacted: FactReader;
let rows: ReturnType<typeof pgDatabase>;
const running = new Map<string, ChildProcess>();
const forumId = randomUUID();
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

const start = (service: string, crashAt?: string): ChildProcess => {
  const env = {
    ...process.env,
    MADANG_DATABASE_URL: base.urls[service],
    MADANG_NATS_URL: nats.url,
    MADANG_NATS_USERS: usersFile,
    MADANG_MASTER_KEY_FILE: keyFile,
    MADANG_HEALTH_PORT: '0',
    MADANG_LOG_LEVEL: 'silent',
    ...(crashAt ? { MADANG_CRASH_AT: crashAt } : {}),
  };
  const child = spawn(process.execPath, [main, service], { env, stdio: 'ignore' });
  running.set(service, child);
  return child;
};
const end = async (service: string): Promise<void> => {
  const child = running.get(service);
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
};
const ask = (type: string, body: object, id: string): Promise<Answer> => {
  const envelope: CommandEnvelope = {
    id,
    type,
    actor: { id: PROCESS_ACTOR_ID, roles: ['secretariat'] },
    forumId,
    correlationId: id,
    body: { forumId, ...body },
  };
  return portal.command(envelope, 1_500);
};
/** As every asker does: asks again with the same id until there is an answer that is no 503. */
const askUntilAnswered = async (type: string, body: object, id: string): Promise<Answer> => {
  let answer = await ask(type, body, id);
  await until(
    async () => {
      if (answer.status === 503) answer = await ask(type, body, id);
      return answer.status !== 503;
    },
    { within: 20_000 },
  );
  return answer;
};
const factsAbout = async (reader: FactReader, id: string): Promise<number> =>
  (await reader.read(0, 5000)).filter((fact) => fact.event.subject.endsWith(id)).length;

beforeAll(async () => {
  nats = await freshNats((place) =>
    serverConfig({ port: place.port, monitorPort: place.monitorPort, passwords }),
  );
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  base = await freshDatabase(['forums', 'commitments']);
  rows = pgDatabase(base.urls.forums ?? '');
  const connect = (user: string) => connectNats({ url: nats.url, user, password: passwords[user] ?? '' });
  portal = asker(await connect('portal-asks'));
  told = await factReader(await connect('portal-events'), 'forums');
  reacted = await factReader(await connect('portal-events'), 'commitments');
  start('forums');
  start('commitments');
  const founding = {
    name: { ko: '포럼', en: 'Forum' },
    level: 'national',
    zone: 'Asia/Seoul',
    country: 'KR',
    languages: ['ko'],
    rulePack: 'ogp-2022',
  };
  expect(await askUntilAnswered('forums.found-forum.v1', founding, randomUUID())).toMatchObject({
    status: 200,
  });
});
afterAll(async () => {
  for (const service of running.keys()) await end(service);
  await rows.$disconnect();
  await nats.remove();
  await base.drop();
});

const oneFactEach = async (id: string, cycleId: string): Promise<void> => {
  const answer = await askUntilAnswered('forums.open-cycle.v1', cycleBody(cycleId), id);
  expect(answer).toMatchObject({ status: 200, effects: [{ type: 'forums.cycle.opened.v1', version: 1 }] });
  expect(await rows.$queryRawUnsafe('SELECT type FROM event WHERE aggregate_id = $1', cycleId)).toEqual([
    { type: 'forums.cycle.opened.v1' },
  ]);
  await until(
    async () => (await factsAbout(told, cycleId)) === 1 && (await factsAbout(reacted, cycleId)) === 1,
    { within: 20_000 },
  );
};

describe('the service that decides, killed', () => {
  const points: readonly CrashPoint[] = [
    'parsed',
    'decided',
    'before-commit',
    'after-commit',
    'before-reply',
    'relay-before-publish',
    'relay-after-publish',
  ];
  it.each(points)('at %s, has the same outcome, once, after it is started again', async (point) => {
    await end('forums');
    const dying = start('forums', point);
    const id = randomUUID();
    const cycleId = randomUUID();
    const died = once(dying, 'exit');
    await Promise.race([
      died,
      until(async () => (await ask('forums.open-cycle.v1', cycleBody(cycleId), id)).status !== 503, {
        within: 20_000,
      }).then(() => died),
    ]);
    expect(dying.signalCode).toBe('SIGKILL');
    start('forums');
    await oneFactEach(id, cycleId);
  });
});

describe('the service that listens, killed', () => {
  const points: readonly CrashPoint[] = [
    'decided',
    'consumer-before-commit',
    'consumer-after-commit',
    'relay-before-publish',
    'relay-after-publish',
  ];
  it.each(points)('at %s, reacts once after it is started again', async (point) => {
    await end('commitments');
    const dying = start('commitments', point);
    const died = once(dying, 'exit');
    const id = randomUUID();
    const cycleId = randomUUID();
    expect(await askUntilAnswered('forums.open-cycle.v1', cycleBody(cycleId), id)).toMatchObject({
      status: 200,
    });
    await died;
    expect(dying.signalCode).toBe('SIGKILL');
    start('commitments');
    await oneFactEach(id, cycleId);
  });
});
