import { randomUUID } from 'node:crypto';
import { type Answer, type CommandEnvelope, PROCESS_ACTOR_ID } from '@madang/contracts';
import { type Asker, asker, connectNats, factReader, secondCopies } from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { rebuildState } from '@madang/record';
import {
  type FreshDatabase,
  type FreshNats,
  freshDatabase,
  freshNats,
  pgDatabase,
  until,
} from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLog } from '../log.ts';
import { type OpenService, openService } from '../open-service.ts';
import { cycleBody, foundForum } from './bodies.ts';
import { commitments, forums, poison } from './services.ts';

const passwords = makePasswords();
const masterKey = Buffer.alloc(32, 7);
const forumId = randomUUID();
let nats: FreshNats;
let base: FreshDatabase;
let portal: Asker;
const opened: OpenService[] = [];
const databases: ReturnType<typeof pgDatabase>[] = [];

const open = async (
  service: typeof forums | typeof commitments,
  database = databaseOf(service.name),
): Promise<OpenService> => {
  const log = makeLog(`${service.name}-spec`);
  log.level = 'silent';
  const one = await openService({
    service: service as typeof commitments,
    database,
    rows: (db) => ({ db }),
    natsUrl: nats.url,
    passwords,
    masterKey,
    log,
  });
  opened.push(one);
  return one;
};
const databaseOf = (name: string): ReturnType<typeof pgDatabase> => {
  const database = pgDatabase(base.urls[name] ?? '');
  databases.push(database);
  return database;
};
const command = (type: string, body: object, more: Partial<CommandEnvelope> = {}): Promise<Answer> =>
  portal.command({
    id: randomUUID(),
    type,
    actor: { id: PROCESS_ACTOR_ID, roles: ['secretariat'] },
    forumId,
    correlationId: randomUUID(),
    body: { forumId, ...body },
    ...more,
  });
beforeAll(async () => {
  nats = await freshNats((place) =>
    serverConfig({ port: place.port, monitorPort: place.monitorPort, passwords }),
  );
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  base = await freshDatabase(['forums', 'commitments']);
  await open(forums);
  await open(commitments);
  portal = asker(
    await connectNats({ url: nats.url, user: 'portal-asks', password: passwords['portal-asks'] ?? '' }),
  );
  expect(await command('forums.found-forum.v1', foundForum)).toMatchObject({ status: 200 });
});
afterAll(async () => {
  for (const one of opened) await one.stop();
  for (const one of databases) await one.$disconnect();
  await nats.remove();
  await base.drop();
});

const callIsOpen = async (cycleId: string): Promise<boolean> => {
  const database = databases[1];
  const rows = await database?.$queryRawUnsafe<unknown[]>(
    "SELECT 1 FROM aggregate WHERE type = 'call' AND id = $1",
    cycleId,
  );
  return (rows?.length ?? 0) > 0;
};

describe('a command', () => {
  it('takes effect once and gets the same answer for ever', async () => {
    const id = randomUUID();
    const cycleId = randomUUID();
    const first = await command('forums.open-cycle.v1', cycleBody(cycleId), { id });
    const again = await command('forums.open-cycle.v1', cycleBody(cycleId), { id });
    expect(first).toMatchObject({ status: 200, effects: [{ type: 'forums.cycle.opened.v1' }] });
    expect(again).toEqual(first);
  });
  it('with the id of another body is refused with 422', async () => {
    const id = randomUUID();
    await command('forums.open-cycle.v1', cycleBody(randomUUID()), { id });
    expect(await command('forums.open-cycle.v1', cycleBody(randomUUID()), { id })).toMatchObject({
      status: 422,
    });
  });
  it('that is wrong is answered with paths, one without the role with 403, one about nothing with 404', async () => {
    expect(await command('forums.open-cycle.v1', { ...cycleBody(randomUUID()), years: 3 })).toMatchObject({
      status: 400,
      issues: [{ path: 'body/years' }],
    });
    expect(
      await command('forums.open-cycle.v1', cycleBody(randomUUID()), {
        actor: { id: PROCESS_ACTOR_ID, roles: ['citizen'] },
      }),
    ).toMatchObject({ status: 403 });
    const elsewhere = randomUUID();
    expect(
      await command(
        'forums.open-cycle.v1',
        { ...cycleBody(randomUUID()), forumId: elsewhere },
        { forumId: elsewhere },
      ),
    ).toMatchObject({ status: 404 });
  });
  it('of two people at once: one wins, the other is told', async () => {
    const cycleId = randomUUID();
    const answers = await Promise.all([
      command('forums.open-cycle.v1', cycleBody(cycleId)),
      command('forums.open-cycle.v1', cycleBody(cycleId)),
    ]);
    expect(answers.map((one) => one.status).toSorted()).toEqual([200, 409]);
  });
  it('that expects a version which has passed is refused', async () => {
    const cycleId = randomUUID();
    await command('forums.open-cycle.v1', cycleBody(cycleId));
    expect(await command('forums.open-cycle.v1', cycleBody(cycleId), { expects: 0 })).toMatchObject({
      status: 409,
      refusal: { code: 'changed-meanwhile' },
    });
  });
  it('that comes with 200 others is decided with them, and none suffers for one that is refused', async () => {
    const ids = Array.from({ length: 200 }, () => randomUUID());
    const answers = await Promise.all(
      [...ids, ids[0] ?? ''].map((id) => command('forums.open-cycle.v1', cycleBody(id))),
    );
    expect(answers.filter((one) => one.status === 200)).toHaveLength(200);
    expect(answers.filter((one) => one.status === 409)).toHaveLength(1);
  });
});

describe('a fact', () => {
  it('reaches the listener of another service, whose reaction takes effect once', async () => {
    const cycleId = randomUUID();
    await command('forums.open-cycle.v1', cycleBody(cycleId));
    await until(() => callIsOpen(cycleId), { within: 10_000 });
    await open(commitments, databaseOf('commitments'));
    await until(() => callIsOpen(cycleId), { within: 10_000 });
    const rows = await databases[1]?.$queryRawUnsafe<{ version: number }[]>(
      "SELECT version FROM aggregate WHERE type = 'call' AND id = $1",
      cycleId,
    );
    expect(rows).toEqual([{ version: 1 }]);
  });
  it('lies in the stream in order, without gaps, with the bytes of its row', async () => {
    const reader = await factReader(
      await connectNats({ url: nats.url, user: 'portal-events', password: passwords['portal-events'] ?? '' }),
      'forums',
    );
    const rows = await databases[0]?.$queryRawUnsafe<{ sequence: bigint; bytes: string }[]>(
      'SELECT sequence, bytes FROM event ORDER BY sequence',
    );
    await until(async () => (await reader.head()) === rows?.length, { within: 10_000 });
    const facts = await reader.read(0, 1000);
    expect(facts.map((fact) => fact.bytes)).toEqual(rows?.map((row) => row.bytes));
    expect(facts.map((fact) => fact.event.sequence)).toEqual(facts.map((_, index) => index + 1));
  });
  it('that is poison parks only its aggregate, with its reason, and can be replayed', async () => {
    poison.cycleId = randomUUID();
    await command('forums.open-cycle.v1', cycleBody(poison.cycleId));
    const other = randomUUID();
    await command('forums.open-cycle.v1', cycleBody(other));
    await until(() => callIsOpen(other), { within: 30_000 });
    expect(await callIsOpen(poison.cycleId)).toBe(false);
    const operator = { id: PROCESS_ACTOR_ID, roles: ['operator' as const] };
    const parked = await portal.query({ type: 'commitments.parked-facts.v1', actor: operator, body: {} });
    expect(parked).toMatchObject({
      status: 200,
      result: { parked: [{ aggregate: `cycle/${poison.cycleId}`, reason: 'Error: poison' }] },
    });
    const aggregateKey = `cycle/${poison.cycleId}`;
    const cycleId = poison.cycleId;
    poison.cycleId = '';
    expect(
      await portal.query({
        type: 'commitments.replay-parked.v1',
        actor: operator,
        body: { aggregate: aggregateKey },
      }),
    ).toMatchObject({ result: { replayed: 1, stillParked: 0 } });
    expect(await callIsOpen(cycleId)).toBe(true);
  });
});

describe('a text', () => {
  const word = `비밀한 말 ${randomUUID()}`;
  it('is read by those who may, never lies in clear, and is gone for ever when its person is erased', async () => {
    const cycleId = randomUUID();
    const contributorId = randomUUID();
    const { sequence } = (await command('forums.open-cycle.v1', cycleBody(cycleId))) as { sequence: number };
    await until(() => callIsOpen(cycleId), { within: 10_000 });
    const received = await command(
      'commitments.receive-proposal.v1',
      {
        proposalId: randomUUID(),
        callId: cycleId,
        cycleId,
        channel: 'online',
        contributorId,
        contributorKind: 'person',
        receivedOn: '2026-02-01',
        title: { lang: 'ko', text: word },
      },
      { after: { forums: sequence } },
    );
    expect(received).toMatchObject({ status: 200 });
    const rows = await databases[1]?.$queryRawUnsafe<{ bytes: string }[]>(
      "SELECT bytes FROM event WHERE type = 'commitments.proposal.received.v1' ORDER BY sequence DESC LIMIT 1",
    );
    expect(rows?.[0]?.bytes).not.toContain(word);
    const textId = JSON.parse(rows?.[0]?.bytes ?? '{}').data.title.textId;
    const read = () =>
      portal.query({
        type: 'commitments.read-texts.v1',
        actor: { id: randomUUID(), roles: ['citizen'] },
        body: { textIds: [textId] },
      });
    expect(await read()).toMatchObject({ result: { texts: [{ text: word, state: 'readable' }] } });
    const copies = await secondCopies(
      await connectNats({
        url: nats.url,
        user: 'commitments-events',
        password: passwords['commitments-events'] ?? '',
      }),
      'commitments',
    );
    await until(async () => (await copies.keys(0, 1000)).some((one) => one.id === contributorId), {
      within: 10_000,
    });
    expect(await command('commitments.erase-contributor.v1', { contributorId })).toMatchObject({
      status: 200,
    });
    expect(await read()).toMatchObject({ result: { texts: [{ text: null, state: 'erased' }] } });
    await until(async () => !(await copies.keys(0, 1000)).some((one) => one.id === contributorId), {
      within: 10_000,
    });
  });
});

describe('what derives from the log', () => {
  it('is the same after it was dropped and rebuilt', async () => {
    const context = opened[0]?.context;
    const states = () =>
      databases[0]?.$queryRawUnsafe('SELECT type, id, version, state FROM aggregate ORDER BY type, id');
    const before = await states();
    if (context) await rebuildState(context, async () => undefined);
    expect(await states()).toEqual(before);
  });
  it('rows come back from the stream into an empty database, and the same command still gets the same answer', async () => {
    const id = randomUUID();
    const body = cycleBody(randomUUID());
    const first = await command('forums.open-cycle.v1', body, { id });
    const reader = await factReader(
      await connectNats({ url: nats.url, user: 'portal-events', password: passwords['portal-events'] ?? '' }),
      'forums',
    );
    await until(async () => (await reader.head()) >= (first as { sequence: number }).sequence, {
      within: 10_000,
    });
    await opened[0]?.stop();
    opened.shift();
    await using empty = await freshDatabase(['forums']);
    const database = pgDatabase(empty.urls.forums ?? '');
    const service = await open(forums, database);
    expect(await command('forums.open-cycle.v1', body, { id })).toEqual(first);
    const count = 'SELECT count(*)::int AS n FROM event';
    expect(await database.$queryRawUnsafe(count)).toEqual(await databases[0]?.$queryRawUnsafe(count));
    await service.stop();
    opened.splice(opened.indexOf(service), 1);
    await database.$disconnect();
  });
});
