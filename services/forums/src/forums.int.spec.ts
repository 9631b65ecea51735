import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Answer } from '@madang/contracts';
import { type Asker, asker, connectNats } from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { rebuildState } from '@madang/record';
import { makeLog, type OpenService, openService } from '@madang/service-kit';
import { type FreshDatabase, type FreshNats, freshDatabase, freshNats } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from './adapters/connect.ts';
import { rows } from './adapters/rows.ts';
import { service } from './service.ts';

const masterKey = Buffer.alloc(32, 4);
const keyFile = join(mkdtempSync(join(tmpdir(), 'madang-forums-')), 'key');
writeFileSync(keyFile, masterKey.toString('base64'));
process.env.MADANG_MASTER_KEY_FILE = keyFile;

const passwords = makePasswords();
const forumId = randomUUID();
const people = Array.from({ length: 4 }, () => randomUUID());
const seats = people.map(() => randomUUID());
const name = { ko: '열린정부포럼', en: 'Forum' };
/** A rehearsal, whose clock is stepped. */
const founding = {
  ...{ name, level: 'national', zone: 'Asia/Seoul', country: 'KR', languages: ['ko', 'en'] },
  ...{ rulePack: 'ogp-2022', clock: 'stepped', startsAt: '2026-01-02T00:00:00.000Z' },
};
const secretariat: Actor = { id: randomUUID(), roles: ['secretariat'] };
let nats: FreshNats;
let base: FreshDatabase;
let database: ReturnType<typeof connect>;
let open: OpenService;
let portal: Asker;

const ask = (type: string, body: object, actor = secretariat): Promise<Answer> =>
  portal.command({
    id: randomUUID(),
    type: `forums.${type}.v1`,
    actor,
    forumId,
    correlationId: randomUUID(),
    body: { forumId, ...body },
  });
const see = async (type: string, body: object): Promise<unknown> => {
  const answer = await portal.query({ type: `forums.${type}.v1`, actor: secretariat, body });
  return answer.status === 200 ? answer.result : answer;
};

beforeAll(async () => {
  nats = await freshNats((place) =>
    serverConfig({ port: place.port, monitorPort: place.monitorPort, passwords }),
  );
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  base = await freshDatabase(['forums']);
  database = connect(base.urls.forums ?? '');
  const log = makeLog('forums-spec');
  log.level = process.env.SPEC_LOG ?? 'silent';
  open = await openService({ service, database, rows, natsUrl: nats.url, passwords, masterKey, log });
  portal = asker(
    await connectNats({ url: nats.url, user: 'portal-asks', password: passwords['portal-asks'] ?? '' }),
  );
  expect(await ask('found-forum', founding)).toMatchObject({ status: 200 });
});
afterAll(async () => {
  await open.stop();
  await database.$disconnect();
  await nats.remove();
  await base.drop();
});

describe('a rehearsal forum', () => {
  it('has its own clock, which steps forward only', async () => {
    expect(await see('forum-table', { forumId })).toMatchObject({
      now: '2026-01-02T00:00:00.000Z',
      clock: 'stepped',
    });
    const step = (to: string) => ask('step-clock', { to }, { id: randomUUID(), roles: ['process'] });
    expect(await step('2026-01-05T00:00:00.000Z')).toMatchObject({
      status: 200,
      effects: [{ type: 'forums.clock.stepped.v1' }],
    });
    expect(await step('2026-01-03T00:00:00.000Z')).toMatchObject({ status: 200, effects: [] });
    expect(await see('forum-table', { forumId })).toMatchObject({ now: '2026-01-05T00:00:00.000Z' });
  });
});

describe('a forum beside another', () => {
  const [otherId, cycleId] = [randomUUID(), randomUUID()];
  const inOther = (type: string, body: object): Promise<Answer> =>
    portal.command({
      ...{ id: randomUUID(), type: `forums.${type}.v1`, actor: secretariat, correlationId: randomUUID() },
      ...{ forumId: otherId, body: { forumId: otherId, ...body } },
    });
  it('can neither move nor speak of what is not its own', async () => {
    expect(await inOther('found-forum', founding)).toMatchObject({ status: 200 });
    expect(
      await ask('open-cycle', {
        ...{ cycleId, name, startsOn: '2026-07-01', endsOn: '2028-06-30', years: 2 },
      }),
    ).toMatchObject({ status: 200 });
    const suspended = { cycleId, authority: 'plenary', reason: { lang: 'ko', text: '다른 포럼의 사무국' } };
    expect(await inOther('suspend-cycle', suspended)).toMatchObject({
      status: 404,
      refusal: { code: 'unknown-cycle', facts: { id: cycleId } },
    });
    const ballot = {
      ballotId: randomUUID(),
      matter: 'amend-plan',
      cycleId,
      heldOn: '2026-03-01',
      closesOn: '2026-03-08',
    };
    expect(await inOther('open-ballot', ballot)).toMatchObject({ status: 404 });
  });
});

describe('the table on a day', () => {
  it('shows who holds a seat that day, and nobody after the mandate', async () => {
    await ask('adopt-rules', {
      rules: { quorum: 0.5, parity: 'both-halves-present', majority: 'simple', ballots: 'secret' },
      adoptedOn: '2026-01-05',
    });
    for (const [index, seatId] of seats.entries())
      await ask('seat-member', {
        seatId,
        personId: people[index],
        sector: index < 2 ? 'government' : 'civil-society',
        organisation: name,
        position: 'member',
        from: '2026-01-01',
        until: '2026-12-31',
      });
    await ask('hand-over-seat', {
      seatId: seats[0],
      personId: randomUUID(),
      from: '2026-07-01',
      until: '2026-12-31',
    });
    const holder = async (on: string) =>
      (
        (await see('forum-table', { forumId, on })) as { seats: { seatId: string; personId: string }[] }
      ).seats.find((one) => one.seatId === seats[0])?.personId;
    expect(await holder('2026-06-30')).toBe(people[0]);
    expect(await holder('2026-07-01')).not.toBe(people[0]);
    expect(await holder('2027-01-01')).toBeUndefined();
  });
});

describe('a secret ballot', () => {
  const ballotId = randomUUID();
  const vote = (index: number, choice: string) =>
    ask(
      'cast-ballot',
      { ballotId, seatId: seats[index], choice },
      { id: people[index] ?? '', roles: ['member'] },
    );
  it('shows turnout but no choice until it closes, then the tally alone, and its key is destroyed', async () => {
    expect(
      await ask('open-ballot', { ballotId, matter: 'other', heldOn: '2026-01-05', closesOn: '2026-01-06' }),
    ).toMatchObject({ status: 200 });
    for (const [index, choice] of ['yes', 'no', 'yes'].entries())
      expect(await vote(index, choice)).toMatchObject({ status: 200 });
    expect(await vote(0, 'no')).toMatchObject({ status: 409, refusal: { code: 'seat-has-voted' } });
    expect(await see('ballot-standing', { ballotId })).toMatchObject({
      state: 'open',
      turnout: 3,
      carried: null,
    });
    expect(await vote(3, 'yes')).toMatchObject({ status: 200 });
    expect(await ask('close-ballot', { ballotId })).toMatchObject({ status: 200 });
    expect(await see('ballot-standing', { ballotId })).toMatchObject({
      state: 'closed',
      turnout: 4,
      carried: true,
    });
    const told = (await see('facts-of', { aggregateType: 'ballot', aggregateId: ballotId })) as {
      facts: { type: string; data: { choices?: unknown; tally?: unknown } }[];
    };
    const closed = told.facts.find((fact) => fact.type === 'forums.ballot.closed.v1');
    expect(closed?.data.tally).toEqual({ yes: 3, no: 1, abstain: 0 });
    expect(closed?.data.choices).toBeUndefined();
    expect(
      await database.$queryRawUnsafe('SELECT 1 FROM ballot_key WHERE ballot_id = $1::uuid', ballotId),
    ).toEqual([]);
  });
});

describe('everything that derives from the log', () => {
  it('is equal after it was dropped and rebuilt', async () => {
    const tables = ['forum_row', 'cycle_row', 'meeting_row', 'sealed_choice'];
    const all = async () => {
      const found = [
        await database.$queryRawUnsafe('SELECT type, id, version, state FROM aggregate ORDER BY type, id'),
      ];
      for (const table of tables)
        found.push(await database.$queryRawUnsafe(`SELECT * FROM ${table} ORDER BY 1, 2`));
      return found;
    };
    const before = await all();
    await rebuildState(open.context, async (tx) => {
      for (const table of tables) await tx.$executeRawUnsafe(`DELETE FROM ${table}`);
    });
    expect(await all()).toEqual(before);
  });
});
