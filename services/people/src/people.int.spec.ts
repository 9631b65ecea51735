import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, type Answer, type EventEnvelope, PROCESS_ACTOR_ID } from '@madang/contracts';
import { type Asker, asker, connectNats, type FactPublisher, factPublisher } from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { rebuildState } from '@madang/record';
import { makeLog, type OpenService, openService } from '@madang/service-kit';
import {
  canary,
  type FreshDatabase,
  type FreshNats,
  freshDatabase,
  freshNats,
  grepFolder,
  until,
} from '@madang/testing';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from './adapters/connect.ts';
import { emptyRows } from './adapters/empty-rows.ts';
import { rows } from './adapters/rows.ts';
import { sendMail } from './mail/send-mail.ts';
import { service } from './service.ts';

const masterKey = Buffer.alloc(32, 6);
const keyFile = join(mkdtempSync(join(tmpdir(), 'madang-people-')), 'key');
writeFileSync(keyFile, masterKey.toString('base64'));
process.env.MADANG_MASTER_KEY_FILE = keyFile;

const passwords = makePasswords();
const forumId = randomUUID();
const personId = randomUUID();
const address = `${canary('mail')}@example.org`.toLowerCase();
const secretariat: Actor = { id: randomUUID(), roles: ['secretariat'] };
const received: string[] = [];
const mailbox = new SMTPServer({
  authOptional: true,
  disableReverseLookup: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    let text = '';
    stream.on('data', (bytes: Buffer) => {
      text += bytes.toString('utf8');
    });
    stream.on('end', () => {
      received.push(text);
      done();
    });
  },
});
let nats: FreshNats;
let base: FreshDatabase;
let database: ReturnType<typeof connect>;
let open: OpenService;
let portal: Asker;
let forums: FactPublisher;
let ministries: FactPublisher;

const ask = (type: string, body: object, actor = secretariat): Promise<Answer> =>
  portal.command({
    id: randomUUID(),
    type: `people.${type}.v1`,
    actor,
    forumId,
    correlationId: randomUUID(),
    body: { forumId, ...body },
  });
const see = async (type: string, body: object, actor = secretariat): Promise<unknown> => {
  const answer = await portal.query({ type: `people.${type}.v1`, actor, body });
  return answer.status === 200 ? answer.result : answer.status;
};
/** Another service tells a fact, by its own stream. */
const tell = async (publisher: FactPublisher, type: string, subject: string, data: object): Promise<void> => {
  const sequence = (await publisher.head()) + 1;
  const time = '2026-02-01T00:00:00.000Z';
  const source = type.split('.')[0] as EventEnvelope['source'];
  const ids = { id: randomUUID(), commandid: randomUUID(), correlationid: randomUUID(), commandhash: 'x' };
  const fact = {
    specversion: '1.0',
    ...ids,
    source,
    type,
    subject,
    time,
    recordedat: time,
    forumid: forumId,
    sequence,
    aggregateversion: sequence,
    actor: { id: PROCESS_ACTOR_ID, roles: ['process'] },
    data,
  };
  await publisher.publish([{ sequence, type, bytes: JSON.stringify(fact) }]);
};
const remind = (obligationId: string) =>
  tell(ministries, 'ministries.obligation.fell-due.v1', `obligation/${obligationId}`, {
    forumId,
    obligationId,
    institutionId: randomUUID(),
    obligationKind: 'sign-off',
    dueOn: '2026-02-01',
    toPersonIds: [personId],
  });

beforeAll(async () => {
  await new Promise<void>((resolve) => mailbox.listen(0, '127.0.0.1', resolve));
  const { port } = mailbox.server.address() as { port: number };
  nats = await freshNats((place) =>
    serverConfig({ port: place.port, monitorPort: place.monitorPort, passwords }),
  );
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  base = await freshDatabase(['people']);
  database = connect(base.urls.people ?? '');
  const log = makeLog('people-spec');
  log.level = 'silent';
  const smtp = {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'forum@example.org',
    portalUrl: 'https://forum.example.org',
    onFault: () => undefined,
  };
  open = await openService({
    service,
    database,
    rows,
    natsUrl: nats.url,
    passwords,
    masterKey,
    log,
    beside: (context, recorder) => sendMail({ context, recorder, ...smtp }),
  });
  const as = (user: string) => connectNats({ url: nats.url, user, password: passwords[user] ?? '' });
  portal = asker(await as('portal-asks'));
  forums = await factPublisher(await as('forums-events'), 'forums');
  ministries = await factPublisher(await as('ministries-events'), 'ministries');
  await tell(forums, 'forums.forum.founded.v1', `forum/${forumId}`, { forumId, clock: 'wall' });
  await until(
    async () =>
      (
        await ask('open-account', {
          personId,
          name: { lang: 'ko', text: '김담당' },
          mail: { lang: 'ko', text: address },
        })
      ).status === 200,
    { within: 10_000 },
  );
});
afterAll(async () => {
  await open.stop();
  await database.$disconnect();
  await nats.remove();
  await base.drop();
  await new Promise<void>((resolve) => mailbox.close(resolve));
});

describe('an account', () => {
  it('shows name and address to the person and the secretariat, to nobody else', async () => {
    expect(await see('account-of', { personId })).toMatchObject({ name: '김담당', mail: address });
    expect(await see('account-of', { personId }, { id: personId, roles: ['ministry'] })).toMatchObject({
      mail: address,
    });
    expect(await see('account-of', { personId }, { id: randomUUID(), roles: ['ministry'] })).toMatchObject({
      name: null,
      mail: null,
    });
  });
  it('holds a role for an institution once, until it is revoked', async () => {
    const role = { personId, role: 'ministry', institutionId: randomUUID(), from: '2026-01-01' };
    expect(await ask('grant-role', { ...role, institutionId: undefined })).toMatchObject({
      status: 409,
      refusal: { code: 'institution-missing' },
    });
    expect(await ask('grant-role', role)).toMatchObject({
      status: 200,
      effects: [{ type: 'people.account.role-granted.v1' }],
    });
    expect(await ask('grant-role', role)).toMatchObject({ status: 200, effects: [] });
    expect(
      await ask('revoke-role', {
        personId,
        role: 'ministry',
        institutionId: role.institutionId,
        on: '2026-06-30',
      }),
    ).toMatchObject({ status: 200, effects: [{ type: 'people.account.role-revoked.v1' }] });
    expect(await ask('grant-role', { ...role, personId: randomUUID() })).toMatchObject({ status: 404 });
  });
});

describe('a turn of an obligation', () => {
  it('is told in the list and by one mail, whose id is the notice', async () => {
    await remind(randomUUID());
    await until(async () => received.length === 1, { within: 15_000, what: 'the mail' });
    const { notices } = (await see('notices-of', { personId }, { id: personId, roles: ['ministry'] })) as {
      notices: { noticeId: string; mail: string; read: boolean }[];
    };
    expect(notices).toHaveLength(1);
    expect(received[0]).toContain(`<${notices[0]?.noticeId}@madang>`);
    await until(
      async () =>
        ((await see('notices-of', { personId })) as { notices: { mail: string }[] }).notices[0]?.mail ===
        'accepted',
      { within: 10_000 },
    );
    expect(
      await ask(
        'read-notice',
        { noticeId: notices[0]?.noticeId, personId },
        { id: personId, roles: ['ministry'] },
      ),
    ).toMatchObject({ status: 200 });
    expect(await see('notices-of', { personId, unreadOnly: true })).toEqual({ notices: [] });
  });
});

describe('a requirement of the forum at risk', () => {
  it('is told to the co-chairs and to the secretariat of that day, each once', async () => {
    const [coChair, secretary, former] = [randomUUID(), randomUUID(), randomUUID()];
    const terms = { role: 'secretariat', from: '2026-01-01' };
    for (const one of [secretary, former]) await ask('open-account', { personId: one });
    await ask('grant-role', { personId: secretary, ...terms });
    await ask('grant-role', { personId: former, ...terms, until: '2026-01-31' });
    await tell(forums, 'forums.forum.requirement-at-risk.v1', `forum/${forumId}`, {
      ...{ forumId, requirement: '1.1', dueOn: '2026-03-01', risk: 'approaching' },
      toPersonIds: [coChair, secretary],
    });
    const toldTo = async (person: string): Promise<unknown> =>
      ((await see('notices-of', { personId: person })) as { notices: unknown[] }).notices;
    await until(async () => ((await toldTo(coChair)) as unknown[]).length > 0, { within: 10_000 });
    const notice = { about: 'requirement-approaching', requirement: '1.1', dueOn: '2026-03-01' };
    expect(await toldTo(coChair)).toMatchObject([notice]);
    await until(async () => ((await toldTo(secretary)) as unknown[]).length > 0, { within: 10_000 });
    expect(await toldTo(secretary)).toMatchObject([notice]);
    expect(await toldTo(former)).toEqual([]);
  });
});

describe('an erased person', () => {
  it('has neither name nor address any more, anywhere, and gets no mail', async () => {
    expect(await ask('erase-person', { personId })).toMatchObject({ status: 200 });
    expect(await see('account-of', { personId })).toMatchObject({
      erased: true,
      name: null,
      mail: null,
      roles: [],
    });
    await remind(randomUUID());
    await until(
      async () =>
        (
          (await see('positions', {}, { id: PROCESS_ACTOR_ID, roles: ['process'] })) as {
            heard: { ministries: number };
          }
        ).heard.ministries === 2,
      { within: 10_000 },
    );
    expect(received).toHaveLength(1);
    expect(grepFolder(nats.dataDir, address)).toEqual([]);
    expect(await ask('grant-role', { personId, role: 'member', from: '2026-01-01' })).toMatchObject({
      status: 409,
      refusal: { code: 'person-erased' },
    });
  });
});

describe('rows and states', () => {
  it('are the same after they were dropped and made again from the log, and nobody is told again', async () => {
    const all = () =>
      Promise.all([
        database.$queryRawUnsafe('SELECT * FROM contact ORDER BY person_id'),
        database.$queryRawUnsafe(
          'SELECT id, person_id, about, due_on, read, mail, attempts FROM notice_row ORDER BY id',
        ),
        database.$queryRawUnsafe('SELECT * FROM role_row ORDER BY forum_id, role, person_id, from_day'),
        database.$queryRawUnsafe('SELECT type, id, version, state FROM aggregate ORDER BY type, id'),
        database.$queryRawUnsafe('SELECT sequence FROM head'),
      ]);
    const before = await all();
    await rebuildState(open.context, emptyRows);
    expect(await all()).toEqual(before);
    expect(received).toHaveLength(1);
  });
});
