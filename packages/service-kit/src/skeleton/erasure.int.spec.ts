import { randomUUID } from 'node:crypto';
import { type Answer, type CommandEnvelope, PROCESS_ACTOR_ID } from '@madang/contracts';
import { type Asker, asker, connectNats, secondCopies } from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import {
  canary,
  type FreshDatabase,
  type FreshNats,
  freshDatabase,
  freshNats,
  grepFolder,
  pgDatabase,
  until,
} from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLog } from '../log.ts';
import { type OpenService, openService } from '../open-service.ts';
import { cycleBody, foundForum } from './bodies.ts';
import { commitments, forums } from './services.ts';

const passwords = makePasswords();
const forumId = randomUUID();
const cycleId = randomUUID();
let nats: FreshNats;
let base: FreshDatabase;
let portal: Asker;
let telling: OpenService;
let writing: OpenService;
const databases: ReturnType<typeof pgDatabase>[] = [];

const open = async (
  service: typeof forums | typeof commitments,
  url: string | undefined,
): Promise<OpenService> => {
  const log = makeLog('erasure-spec');
  log.level = 'silent';
  const database = pgDatabase(url ?? '');
  databases.push(database);
  const shared = { natsUrl: nats.url, passwords, masterKey: Buffer.alloc(32, 5), log, database };
  return openService({ ...shared, service: service as typeof commitments, rows: (db) => ({ db }) });
};
const command = (type: string, body: object, after = {}): Promise<Answer> => {
  const id = randomUUID();
  const envelope: CommandEnvelope = {
    id,
    type,
    actor: { id: PROCESS_ACTOR_ID, roles: ['secretariat'] },
    forumId,
    correlationId: id,
    after,
    body: { forumId, ...body },
  };
  return portal.command(envelope);
};
const propose = async (contributorId: string, text: string): Promise<string> => {
  const answer = await command('commitments.receive-proposal.v1', {
    proposalId: randomUUID(),
    callId: cycleId,
    cycleId,
    channel: 'online',
    contributorId,
    contributorKind: 'person',
    receivedOn: '2026-02-01',
    title: { lang: 'ko', text },
  });
  expect(answer).toMatchObject({ status: 200 });
  const rows = await databases
    .at(-1)
    ?.$queryRawUnsafe<{ id: string }[]>('SELECT id FROM text WHERE key_id = $1::uuid', contributorId);
  return rows?.[0]?.id ?? '';
};
const stateOf = async (textId: string): Promise<unknown> => {
  const actor = { id: randomUUID(), roles: ['secretariat' as const] };
  const answer = await portal.query({
    type: 'commitments.read-texts.v1',
    actor,
    body: { textIds: [textId] },
  });
  return answer.status === 200
    ? (answer.result as { texts: { state: string }[] }).texts[0]?.state
    : answer.status;
};
const keyOf = async (contributorId: string): Promise<string | undefined> => {
  const rows = await databases
    .at(-1)
    ?.$queryRawUnsafe<{ wrapped: string }[]>(
      'SELECT wrapped FROM text_key WHERE id = $1::uuid',
      contributorId,
    );
  return rows?.[0]?.wrapped;
};

beforeAll(async () => {
  nats = await freshNats((place) =>
    serverConfig({ port: place.port, monitorPort: place.monitorPort, passwords }),
  );
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  base = await freshDatabase(['forums', 'commitments']);
  telling = await open(forums, base.urls.forums);
  writing = await open(commitments, base.urls.commitments);
  portal = asker(
    await connectNats({ url: nats.url, user: 'portal-asks', password: passwords['portal-asks'] ?? '' }),
  );
  await command('forums.found-forum.v1', foundForum);
  await command('forums.open-cycle.v1', cycleBody(cycleId));
  await until(
    async () =>
      (
        (await databases.at(-1)?.$queryRawUnsafe<unknown[]>("SELECT 1 FROM aggregate WHERE type = 'call'")) ??
        []
      ).length === 1,
    { within: 10_000 },
  );
});
afterAll(async () => {
  await telling.stop();
  await writing.stop();
  for (const database of databases) await database.$disconnect();
  await nats.remove();
  await base.drop();
});

describe('a person who is erased', () => {
  it("leaves no key on the message server's disk, and no text in clear anywhere, ever", async () => {
    const contributorId = randomUUID();
    const text = canary('title');
    const textId = await propose(contributorId, text);
    const wrapped = (await keyOf(contributorId)) ?? '';
    expect(wrapped).not.toBe('');
    await until(async () => grepFolder(nats.dataDir, wrapped).length > 0, {
      within: 10_000,
      what: "the key's second copy",
    });
    expect(await command('commitments.erase-contributor.v1', { contributorId })).toMatchObject({
      status: 200,
    });
    expect(await stateOf(textId)).toBe('erased');
    expect(await keyOf(contributorId)).toBeUndefined();
    await until(async () => grepFolder(nats.dataDir, wrapped).length === 0, {
      within: 10_000,
      what: 'the key to be gone from the disk',
    });
    expect(grepFolder(nats.dataDir, text)).toEqual([]);
    expect(grepFolder(base.dataDir, text)).toEqual([]);
  });

  it('can have nothing sealed for them again', async () => {
    const contributorId = randomUUID();
    await propose(contributorId, canary('before'));
    await command('commitments.erase-contributor.v1', { contributorId });
    const again = await command('commitments.receive-proposal.v1', {
      proposalId: randomUUID(),
      callId: cycleId,
      cycleId,
      channel: 'online',
      contributorId,
      contributorKind: 'person',
      receivedOn: '2026-02-01',
      title: { lang: 'ko', text: 'again' },
    });
    expect(again).toMatchObject({ status: 409, refusal: { code: 'person-erased' } });
  });

  it('stays erased when an older copy of the database is put back, while the texts of others come back', async () => {
    const [gone, stays] = [randomUUID(), randomUUID()];
    const [goneText, staysText] = [
      await propose(gone, canary('gone')),
      await propose(stays, canary('stays')),
    ];
    const copies = await secondCopies(
      await connectNats({
        url: nats.url,
        user: 'commitments-events',
        password: passwords['commitments-events'] ?? '',
      }),
      'commitments',
    );
    await until(async () => (await copies.texts(0, 1000)).some((one) => one.id === staysText), {
      within: 10_000,
    });
    await until(async () => (await copies.keys(0, 1000)).some((one) => one.id === stays), { within: 10_000 });
    await command('commitments.erase-contributor.v1', { contributorId: gone });
    await until(async () => !(await copies.keys(0, 1000)).some((one) => one.id === gone), { within: 10_000 });
    await writing.stop();
    // The oldest copy there can be: an empty database. Everything comes back from the streams, but the erased key.
    const empty = await freshDatabase(['commitments']);
    writing = await open(commitments, empty.urls.commitments);
    expect(await stateOf(staysText)).toBe('readable');
    expect(await stateOf(goneText)).toBe('erased');
  });
});
