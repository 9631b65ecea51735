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
import PostalMime from 'postal-mime';
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
  onRcptTo: ({ address }, _session, done) =>
    done(
      address === 'nobody@example.org'
        ? Object.assign(new Error('no such mailbox'), { responseCode: 550 })
        : undefined,
    ),
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
let commitments: FactPublisher;
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
  commitments = await factPublisher(await as('commitments-events'), 'commitments');
  ministries = await factPublisher(await as('ministries-events'), 'ministries');
  await tell(forums, 'forums.forum.founded.v1', `forum/${forumId}`, {
    forumId,
    clock: 'wall',
    zone: 'Asia/Seoul',
  });
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

describe('a contributor without an account', () => {
  const contributor: Actor = { id: randomUUID(), roles: ['citizen'] };
  const their = { personId: contributor.id };
  const [early, late] = [randomUUID(), randomUUID()];
  const contribute = (contributionId: string) =>
    tell(commitments, 'commitments.contribution.accepted.v1', `contribution/${contributionId}`, {
      ...{ forumId, contributionId, consultationId: randomUUID(), cycleId: randomUUID() },
      ...{ commitmentId: randomUUID(), contributorId: contributor.id, contributorKind: 'person' },
      ...{ channel: 'online', receivedOn: '2026-02-01' },
      text: { textId: randomUUID(), lang: 'ko', length: 3, visibility: 'public', digest: 'x' },
    });
  const mailsTo = async (to: string) =>
    (await Promise.all(received.map((raw) => PostalMime.parse(raw)))).filter((mail) =>
      mail.to?.some((one) => one.address === to),
    );
  const theirAddress = `${canary('contributor')}@example.org`.toLowerCase();
  const tokenIn = (text = ''): string => /link\?t=(\S+)/.exec(text)?.[1] ?? '';

  it('is sent nothing but a link before the address is verified, then the receipts of what came so far', async () => {
    await contribute(early);
    const left = { ...their, noticeId: randomUUID(), mail: { lang: 'ko', text: theirAddress } };
    expect(await ask('leave-address', left, { id: randomUUID(), roles: ['citizen'] })).toMatchObject({
      status: 409,
      refusal: { code: 'not-your-account' },
    });
    expect(await ask('leave-address', left, contributor)).toMatchObject({
      effects: [{ type: 'people.account.address-left.v1' }, { type: 'people.notice.raised.v1' }],
    });
    expect(await ask('leave-address', left, contributor)).toMatchObject({ status: 200, effects: [] });
    await until(async () => (await mailsTo(theirAddress)).length === 1, { within: 15_000, what: 'the link' });
    const [mail] = await mailsTo(theirAddress);
    const token = tokenIn(mail?.text);
    expect(mail?.html).toContain(token);
    expect(await see('link-of', { token })).toMatchObject({ purpose: 'verify', ...their });
    expect(await ask('verify-address', { ...their, token: `${token}x` }, contributor)).toMatchObject({
      status: 409,
      refusal: { code: 'link-not-valid' },
    });
    await until(async () => (await see('receipt-link-of', { submissionId: early }, contributor)) !== 404, {
      within: 10_000,
      what: 'the contribution to be heard',
    });
    expect(await ask('verify-address', { ...their, token }, contributor)).toMatchObject({
      effects: [{ type: 'people.account.address-verified.v1' }, { type: 'people.notice.raised.v1' }],
    });
    expect(await ask('verify-address', { ...their, token }, contributor)).toMatchObject({ effects: [] });
    await until(async () => (await mailsTo(theirAddress)).length === 2, {
      within: 15_000,
      what: 'the receipt',
    });
  });
  it('has a private receipt for each submission, which nobody else is given and nobody can guess', async () => {
    const other: Actor = { id: randomUUID(), roles: ['citizen'] };
    expect(await see('receipt-link-of', { submissionId: early }, other)).toBe(404);
    const { token } = (await see('receipt-link-of', { submissionId: early }, contributor)) as {
      token: string;
    };
    expect(await see('receipt-of', { token }, other)).toEqual({
      ...{ forumId, submissionId: early, kind: 'contribution' },
    });
    expect(await see('receipt-of', { token: token.slice(1) }, other)).toBe(404);
  });
  it('gets a receipt at once now, hears of the answer by a mail that can be stopped, and of nothing when stopped', async () => {
    await contribute(late);
    await until(async () => (await mailsTo(theirAddress)).length === 3, {
      within: 15_000,
      what: 'a receipt',
    });
    await tell(commitments, 'commitments.contribution.answered.v1', `contribution/${late}`, {
      ...{ forumId, contributionId: late, consultationId: randomUUID() },
      ...{ responseId: randomUUID(), outcome: 'adopted' },
    });
    await until(async () => (await mailsTo(theirAddress)).length === 4, { within: 15_000, what: 'the news' });
    const mail = (await mailsTo(theirAddress)).at(-1);
    expect(mail?.subject).toBe('의견에 대한 검토 결과가 나왔습니다');
    expect(mail?.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(true);
    const token = tokenIn(mail?.text);
    const { subjectId: noticeId } = (await see('link-of', { token })) as { subjectId: string };
    const anybody: Actor = { id: randomUUID(), roles: ['citizen'] };
    expect(await ask('open-link', { noticeId, token }, anybody)).toMatchObject({
      effects: [{ type: 'people.notice.link-opened.v1' }],
    });
    expect(await ask('open-link', { noticeId, token }, anybody)).toMatchObject({ effects: [] });
    expect(await ask('open-link', { noticeId: early, token }, anybody)).toMatchObject({ status: 404 });
    const none = { ...their, digest: 'none' };
    expect(await ask('choose-digest', none, anybody)).toMatchObject({
      status: 409,
      refusal: { code: 'not-your-account' },
    });
    expect(await ask('choose-digest', { ...none, token }, anybody)).toMatchObject({
      effects: [{ type: 'people.account.digest-chosen.v1' }],
    });
    expect(await ask('choose-digest', { ...none, token }, anybody)).toMatchObject({ effects: [] });
    await tell(commitments, 'commitments.contribution.set-aside.v1', `contribution/${late}`, {
      ...{ forumId, contributionId: late, consultationId: randomUUID(), reasonCode: 'spam' },
    });
    const newest = async () =>
      ((await see('notices-of', their, contributor)) as { notices: object[] }).notices[0];
    await until(async () => ((await newest()) as { about: string }).about === 'set-aside', {
      within: 10_000,
    });
    expect(await newest()).toMatchObject({ about: 'set-aside', reasonCode: 'spam', mail: 'none' });
  });
});

describe('mail of an obligation', () => {
  const official: Actor = { id: randomUUID(), roles: ['ministry'] };
  const theirAddress = `${canary('official')}@example.org`.toLowerCase();
  const deliveries = async (obligationId: string) =>
    ((await see('deliveries-of', { obligationId })) as { deliveries: { mail: string; noticeId: string }[] })
      .deliveries;
  const isNow = (obligationId: string, mail: string) =>
    until(async () => (await deliveries(obligationId)).every((one) => one.mail === mail), {
      within: 15_000,
      what: `a delivery that is ${mail}`,
    });
  const overdueFor = (obligationId: string) =>
    tell(ministries, 'ministries.obligation.fell-due.v1', `obligation/${obligationId}`, {
      ...{ forumId, obligationId, institutionId: randomUUID(), obligationKind: 'sign-off' },
      ...{ dueOn: '2026-02-01', toPersonIds: [official.id] },
    });
  const heard = (obligationId: string) =>
    until(async () => (await deliveries(obligationId)).length === 1, { within: 10_000, what: 'the notice' });

  it('waits for a digest, and is not sent when the obligation was discharged meanwhile', async () => {
    await ask('open-account', { personId: official.id, mail: { lang: 'ko', text: theirAddress } });
    expect(await ask('choose-digest', { personId: official.id, digest: 'daily' }, official)).toMatchObject({
      effects: [{ type: 'people.account.digest-chosen.v1' }],
    });
    const obligationId = randomUUID();
    await overdueFor(obligationId);
    await heard(obligationId);
    expect(await deliveries(obligationId)).toMatchObject([{ mail: 'waiting', attempts: 0 }]);
    await tell(ministries, 'ministries.obligation.withdrawn.v1', `obligation/${obligationId}`, {
      ...{ forumId, obligationId, reasonCode: 'withdrawn' },
    });
    await isNow(obligationId, 'not-needed');
  });
  it('is proven: a bounce that comes later is recorded once', async () => {
    await ask('choose-digest', { personId: official.id, digest: 'at-once' }, official);
    const obligationId = randomUUID();
    await overdueFor(obligationId);
    await heard(obligationId);
    await isNow(obligationId, 'accepted');
    const noticeId = (await deliveries(obligationId))[0]?.noticeId;
    expect(await ask('record-bounce', { noticeId })).toMatchObject({
      effects: [{ type: 'people.notice.delivered.v1' }],
    });
    expect(await ask('record-bounce', { noticeId })).toMatchObject({ effects: [] });
    expect(await deliveries(obligationId)).toMatchObject([{ mail: 'bounced' }]);
  });
  it('has bounced when the server knows no such mailbox', async () => {
    const nobody = randomUUID();
    await ask('open-account', { personId: nobody, mail: { lang: 'ko', text: 'nobody@example.org' } });
    const obligationId = randomUUID();
    await tell(ministries, 'ministries.obligation.fell-due.v1', `obligation/${obligationId}`, {
      ...{ forumId, obligationId, institutionId: randomUUID(), obligationKind: 'sign-off' },
      ...{ dueOn: '2026-02-01', toPersonIds: [nobody] },
    });
    await heard(obligationId);
    await isNow(obligationId, 'bounced');
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
    const before = received.length;
    await remind(randomUUID());
    const head = await ministries.head();
    await until(
      async () =>
        (
          (await see('positions', {}, { id: PROCESS_ACTOR_ID, roles: ['process'] })) as {
            heard: { ministries: number };
          }
        ).heard.ministries === head,
      { within: 10_000 },
    );
    expect(received).toHaveLength(before);
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
          'SELECT id, person_id, about, due_on, submission_id, reason_code, read, opened, mail, attempts FROM notice_row ORDER BY id',
        ),
        database.$queryRawUnsafe('SELECT * FROM role_row ORDER BY forum_id, role, person_id, from_day'),
        database.$queryRawUnsafe('SELECT type, id, version, state FROM aggregate ORDER BY type, id'),
        database.$queryRawUnsafe('SELECT sequence FROM head'),
      ]);
    const before = await all();
    const mails = received.length;
    await rebuildState(open.context, emptyRows);
    expect(await all()).toEqual(before);
    expect(received).toHaveLength(mails);
  });
});
