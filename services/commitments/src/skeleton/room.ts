import { randomUUID } from 'node:crypto';
import {
  type Actor,
  type Answer,
  type Command,
  CycleOpened,
  type DataOf,
  type Event,
  type EventEnvelope,
  ForumFounded,
  type InputOf,
  PROCESS_ACTOR_ID,
  type Query,
  type ResultOf,
  type ServiceName,
} from '@madang/contracts';
import { asker, connectNats, factPublisher, type NatsConnection } from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { makeLog, type OpenService, openService } from '@madang/service-kit';
import { freshDatabase, freshNats } from '@madang/testing';
import { connect } from '../adapters/connect.ts';
import { rows } from '../adapters/rows.ts';
import { commitments } from '../service.ts';

const someone = (roles: Actor['roles']): Actor => ({ id: PROCESS_ACTOR_ID, roles });
export const secretariat = someone(['secretariat']);
export const theClock = someone(['process']);

/** The clock of the rehearsal forum that `openRoom` founds. */
export const START = '2026-03-01T00:00:00.000Z';

/** Commitments on real engines with `instances` of the service; other services speak by their streams alone. */
export const openRoom = async (instances = 1) => {
  const passwords = makePasswords();
  const nats = await freshNats((place) =>
    serverConfig({ port: place.port, monitorPort: place.monitorPort, passwords }),
  );
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  const base = await freshDatabase(['commitments']);
  const url = base.urls.commitments ?? '';
  const database = connect(url);
  const log = makeLog('commitments-spec');
  log.level = 'silent';
  const masterKey = Buffer.alloc(32, 7);
  const others = Array.from({ length: instances - 1 }, () => connect(url));
  const opened: OpenService[] = [];
  for (const each of [database, ...others])
    opened.push(
      await openService({
        service: commitments,
        database: each,
        rows,
        natsUrl: nats.url,
        passwords,
        masterKey,
        log,
      }),
    );

  const connections: NatsConnection[] = [];
  const connection = async (user: string): Promise<NatsConnection> => {
    const made = await connectNats({ url: nats.url, user, password: passwords[user] ?? '' });
    connections.push(made);
    return made;
  };
  const portal = asker(await connection('portal-asks'));
  const forumId = randomUUID();
  const told = new Map<ServiceName, number>();

  /** Another service tells a fact. @returns its number */
  const tell = async <E extends Event>(event: E, data: DataOf<E>, time = START): Promise<number> => {
    const sequence = (told.get(event.service) ?? 0) + 1;
    told.set(event.service, sequence);
    const id = randomUUID();
    const fact: EventEnvelope = {
      specversion: '1.0',
      id,
      source: event.service,
      type: event.type,
      subject: `${event.type.split('.')[1]}/${id}`,
      time,
      recordedat: time,
      forumid: forumId,
      sequence,
      aggregateversion: 1,
      actor: theClock,
      commandid: id,
      commandhash: '',
      correlationid: id,
      data,
    };
    const publisher = await publisherOf(event.service);
    await publisher.publish([{ sequence, type: event.type, bytes: JSON.stringify(fact) }]);
    return sequence;
  };
  const publishers = new Map<ServiceName, ReturnType<typeof factPublisher>>();
  const publisherOf = (service: ServiceName) => {
    const made =
      publishers.get(service) ?? connection(`${service}-events`).then((by) => factPublisher(by, service));
    publishers.set(service, made);
    return made;
  };
  const after = () => Object.fromEntries(told) as Partial<Record<ServiceName, number>>;

  const command = <C extends Command>(
    asked: C,
    body: Omit<InputOf<C>, 'forumId'>,
    actor: Actor = secretariat,
    of = forumId,
  ): Promise<Answer> =>
    portal.command(
      {
        id: randomUUID(),
        type: asked.type,
        actor,
        forumId: of,
        correlationId: randomUUID(),
        after: after(),
        body: { forumId: of, ...body },
      },
      60_000,
    );
  /** The result, checked by its contract. */
  const query = async <Q extends Query>(
    asked: Q,
    body: Q['body']['_zod']['input'],
    actor: Actor = secretariat,
  ): Promise<ResultOf<Q>> => {
    const answer = await portal.query({ type: asked.type, actor, after: after(), body });
    if (answer.status !== 200) throw new Error(`${asked.type}: ${JSON.stringify(answer)}`);
    return asked.result.parse(answer.result) as ResultOf<Q>;
  };

  const found = async (founded: string, level: 'national' | 'local'): Promise<number> =>
    tell(ForumFounded, {
      forumId: founded,
      name: { ko: '열린정부포럼', en: 'Open Government Forum' },
      level,
      zone: 'Asia/Seoul',
      country: 'KR',
      languages: ['ko', 'en'],
      rulePack: 'ogp-2022',
      clock: 'stepped',
      startsAt: START,
    });
  await found(forumId, 'national');
  const openCycle = async (of = forumId): Promise<string> => {
    const cycleId = randomUUID();
    await tell(CycleOpened, {
      forumId: of,
      cycleId,
      name: { ko: '계획', en: 'Plan' },
      startsOn: '2026-01-01',
      endsOn: '2027-12-31',
      years: 2,
      rulePack: 'ogp-2022',
      zone: 'Asia/Seoul',
      country: 'KR',
      clock: 'stepped',
    });
    return cycleId;
  };
  const close = async (): Promise<void> => {
    for (const one of opened) await one.stop();
    for (const one of [database, ...others]) await one.$disconnect();
    for (const one of connections) await one.drain();
    await nats.remove();
    await base.drop();
  };
  return {
    forumId,
    database,
    contexts: opened.map((one) => one.context),
    portal,
    tell,
    command,
    query,
    openCycle,
    found,
    close,
  };
};

export type Room = Awaited<ReturnType<typeof openRoom>>;
