import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, type Answer, type EventEnvelope, PROCESS_ACTOR_ID } from '@madang/contracts';
import { asker, connectNats, type FactPublisher, factPublisher } from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import type { RecordContext } from '@madang/record';
import { makeLog, openService } from '@madang/service-kit';
import { freshDatabase, freshNats, until } from '@madang/testing';
import { SMTPServer } from 'smtp-server';
import { connect } from '../adapters/connect.ts';
import { rows } from '../adapters/rows.ts';
import { takeBounces } from '../bounces/take-bounces.ts';
import { sendMail } from '../mail/send-mail.ts';
import { service } from '../service.ts';
import { makeCalls } from '../webhooks/make-calls.ts';

const masterKey = Buffer.alloc(32, 6);
const BOUNCES = 'bounces@example.org';
const secretariat: Actor = { id: randomUUID(), roles: ['secretariat'] };

/** The mailbox that a mail server knows nothing of. */
export const NOBODY = 'nobody@example.org';

/** A mail server that keeps what it takes. */
const openMailbox = async () => {
  const received: string[] = [];
  /** To which address each comes back. */
  const senders: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(
        address === NOBODY ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : undefined,
      ),
    onData: (stream, { envelope }, done) => {
      let text = '';
      stream.on('data', (bytes: Buffer) => {
        text += bytes.toString('utf8');
      });
      stream.on('end', () => {
        received.push(text);
        senders.push(envelope.mailFrom ? envelope.mailFrom.address : '');
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return { received, senders, port, close: () => new Promise<void>((resolve) => server.close(resolve)) };
};

/** Another service tells facts of one forum, by its own stream. */
const teller =
  (forumId: string) =>
  async (publisher: FactPublisher, type: string, subject: string, data: object): Promise<void> => {
    const sequence = (await publisher.head()) + 1;
    const time = '2026-02-01T00:00:00.000Z';
    const source = type.split('.')[0] as EventEnvelope['source'];
    const ids = { id: randomUUID(), commandid: randomUUID(), correlationid: randomUUID(), commandhash: 'x' };
    const fact = {
      ...{ specversion: '1.0', ...ids, source, type, subject, time, recordedat: time, forumid: forumId },
      ...{ sequence, aggregateversion: sequence, actor: { id: PROCESS_ACTOR_ID, roles: ['process'] }, data },
    };
    await publisher.publish([{ sequence, type, bytes: JSON.stringify(fact) }]);
  };

/** The service on real engines with a real mail server, and a forum it has heard of. */
export const peoplePlace = async () => {
  const keyFile = join(mkdtempSync(join(tmpdir(), 'madang-people-')), 'key');
  writeFileSync(keyFile, masterKey.toString('base64'));
  process.env.MADANG_MASTER_KEY_FILE = keyFile;
  process.env.MADANG_WEBHOOK_PRIVATE_ADDRESSES = 'allowed';
  const passwords = makePasswords();
  const forumId = randomUUID();
  const mailbox = await openMailbox();
  const nats = await freshNats((at) =>
    serverConfig({ port: at.port, monitorPort: at.monitorPort, passwords }),
  );
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  const base = await freshDatabase(['people']);
  const database = connect(base.urls.people ?? '');
  const log = makeLog('people-spec');
  log.level = 'silent';
  const smtp = {
    smtpUrl: `smtp://127.0.0.1:${mailbox.port}`,
    from: 'forum@example.org',
    portalUrl: 'https://forum.example.org',
    gather: 0,
    bounceAddress: BOUNCES,
    onFault: () => undefined,
  };
  const stop = new Set<string>();
  const stopAfterSending: RecordContext['at'] = (point) => {
    if (stop.delete(point)) throw new Error('stopped between sending and recording');
  };
  let bouncePort = 0;
  const open = await openService({
    ...{ service, database, rows, natsUrl: nats.url, passwords, masterKey, log },
    beside: (opened, recorder) => {
      const context = { ...opened, at: stopAfterSending };
      const calling = { privateToo: true, pauses: [0, 0], onFault: smtp.onFault, portalUrl: smtp.portalUrl };
      const taking = { host: '127.0.0.1', port: 0, bounceAddress: BOUNCES, onFault: smtp.onFault };
      const bounces = takeBounces({ context, recorder, ...taking });
      bounces.port.then((port) => {
        bouncePort = port;
      });
      const parts = [
        sendMail({ context, recorder, ...smtp }),
        makeCalls({ context, recorder, ...calling }),
        bounces,
      ];
      return { stop: async () => void (await Promise.all(parts.map((one) => one.stop()))) };
    },
  });
  const as = (user: string) => connectNats({ url: nats.url, user, password: passwords[user] ?? '' });
  const portal = asker(await as('portal-asks'));
  const publisherOf = async (name: 'forums' | 'commitments' | 'ministries') =>
    factPublisher(await as(`${name}-events`), name);
  const forums = await publisherOf('forums');
  const tell = teller(forumId);
  const ask = (type: string, body: object, actor = secretariat): Promise<Answer> =>
    portal.command({
      ...{ id: randomUUID(), type: `people.${type}.v1`, actor, correlationId: randomUUID() },
      forumId: (body as { readonly forumId?: string }).forumId ?? forumId,
      body: { forumId, ...body },
    });
  await tell(forums, 'forums.forum.founded.v1', `forum/${forumId}`, {
    ...{ forumId, clock: 'wall', zone: 'Asia/Seoul' },
  });
  const first = { personId: randomUUID() };
  await until(async () => (await ask('open-account', first)).status === 200, { within: 10_000 });
  return {
    ...{
      forumId,
      ask,
      tell,
      forums,
      database,
      open,
      received: mailbox.received,
      senders: mailbox.senders,
      dataDir: nats.dataDir,
    },
    bouncePort: () => bouncePort,
    commitments: await publisherOf('commitments'),
    ministries: await publisherOf('ministries'),
    see: async (type: string, body: object, actor = secretariat): Promise<unknown> => {
      const answer = await portal.query({ type: `people.${type}.v1`, actor, body });
      return answer.status === 200 ? answer.result : answer.status;
    },
    /** The next mail is sent, and nothing is recorded of it. */
    stopAfterNextMail: () => {
      stop.add('mail-after-send');
    },
    /** An address is called next, and nothing is recorded of it. */
    stopAfterNextCall: () => {
      stop.add('webhook-after-send');
    },
    close: async () => {
      await open.stop();
      await database.$disconnect();
      await nats.remove();
      await base.drop();
      await mailbox.close();
    },
  };
};
export type PeoplePlace = Awaited<ReturnType<typeof peoplePlace>>;
