import { randomUUID } from 'node:crypto';
import {
  type Answer,
  type CommandEnvelope,
  type EventEnvelope,
  PROCESS_ACTOR_ID,
  type QueryAnswer,
  type QueryEnvelope,
  type ServiceName,
} from '@madang/contracts';
import {
  answerer,
  connectNats,
  type FactPublisher,
  factPublisher,
  type NatsConnection,
} from '@madang/messaging';

const services: readonly ServiceName[] = ['forums', 'commitments', 'ministries', 'people'];

/** A fact as a stand-in records it. */
export type Recorded = { readonly service: ServiceName; readonly type: string; readonly data: object };
/** What a stand-in decides: the facts that happened, or the code of the rule that forbids it. */
export type Decided =
  | { readonly refused?: undefined; readonly facts: readonly Recorded[] }
  | { readonly refused: string; readonly facts?: Readonly<Record<string, string>> };

export type Scene = {
  readonly forumId: string;
  readonly now: () => string;
  /** By type: what is decided on a command the first time its id is seen. */
  readonly commands: Readonly<Record<string, (body: never) => Decided>>;
  /** By type: what a query is answered; nothing when it is unknown. */
  readonly queries: Readonly<Record<string, (body: never) => unknown>>;
};

/** Stands in for the four services on a real NATS: it answers, remembers ids, and publishes what happened. */
export type StandIn = {
  /** Every command as it arrived, those asked again too. */
  readonly asked: readonly CommandEnvelope[];
  /** Commands that took effect, in their order. */
  readonly done: readonly CommandEnvelope[];
  /** Records and publishes a fact, as if people had made it. */
  readonly tell: (fact: Recorded) => Promise<EventEnvelope>;
  readonly stop: () => Promise<void>;
};

export const openStandIn = async (
  scene: Scene,
  natsUrl: string,
  passwords: Readonly<Record<string, string>>,
): Promise<StandIn> => {
  const connect = (user: string): Promise<NatsConnection> =>
    connectNats({ url: natsUrl, user, password: passwords[user] ?? '' });
  const asked: CommandEnvelope[] = [];
  const done: CommandEnvelope[] = [];
  const remembered = new Map<string, Answer>();
  const heads = new Map<ServiceName, number>(services.map((name) => [name, 0]));
  const published = new Map<ServiceName, number>(heads);
  const outlets = new Map<ServiceName, FactPublisher>();
  const stops: (() => Promise<void>)[] = [];
  let publishing: Promise<void> = Promise.resolve();

  const record = ({ service, type, data }: Recorded): EventEnvelope => {
    const sequence = (heads.get(service) ?? 0) + 1;
    heads.set(service, sequence);
    const event: EventEnvelope = {
      specversion: '1.0',
      id: randomUUID(),
      source: service,
      type,
      subject: `stand-in/${sequence}`,
      time: scene.now(),
      recordedat: new Date().toISOString(),
      forumid: scene.forumId,
      sequence,
      aggregateversion: 1,
      actor: { id: PROCESS_ACTOR_ID, roles: ['secretariat'] },
      commandid: randomUUID(),
      commandhash: '',
      correlationid: randomUUID(),
      data,
    };
    publishing = publishing.then(async () => {
      await outlets.get(service)?.publish([{ sequence, type, bytes: JSON.stringify(event) }]);
      published.set(service, sequence);
    });
    return event;
  };

  const decide = (service: ServiceName, envelope: CommandEnvelope<never>): Answer => {
    asked.push(envelope);
    const before = remembered.get(envelope.id);
    if (before) return before;
    const decided = scene.commands[envelope.type]?.(envelope.body) ?? { facts: [] };
    if (decided.refused === undefined) {
      done.push(envelope);
      for (const fact of decided.facts) record(fact);
    }
    const answer: Answer =
      decided.refused !== undefined
        ? { status: 409, refusal: { code: decided.refused, facts: decided.facts ?? {}, remedy: '' } }
        : { status: 200, source: service, sequence: heads.get(service) ?? 0, effects: [] };
    remembered.set(envelope.id, answer);
    return answer;
  };
  const all = () => Object.fromEntries(published);
  const positions = (service: ServiceName) => ({
    head: heads.get(service) ?? 0,
    published: published.get(service) ?? 0,
    heard: all(),
    waiting: 0,
    parked: 0,
  });

  for (const service of services) {
    const events = await connect(`${service}-events`);
    const answers = await connect(`${service}-answers`);
    outlets.set(service, await factPublisher(events, service));
    const mine = (types: object): readonly string[] =>
      Object.keys(types).filter((type) => type.startsWith(`${service}.`));
    const respond = (type: string, body: never): QueryAnswer => {
      const result = type === `${service}.positions.v1` ? positions(service) : scene.queries[type]?.(body);
      return result === undefined
        ? { status: 404, refusal: { code: 'unknown', facts: {}, remedy: '' } }
        : { status: 200, result, heard: {} };
    };
    const door = await answerer(answers, service, {
      commands: Object.fromEntries(
        mine(scene.commands).map((type) => [
          type,
          async (envelope: unknown) => decide(service, envelope as CommandEnvelope<never>),
        ]),
      ),
      queries: Object.fromEntries(
        [...mine(scene.queries), `${service}.positions.v1`].map((type) => [
          type,
          async (envelope: unknown) => respond(type, (envelope as QueryEnvelope<never>).body),
        ]),
      ),
      onFault: (_type, fault) => {
        throw fault;
      },
    });
    stops.push(async () => {
      await door.stop();
      await Promise.all([events.close(), answers.close()]);
    });
  }
  return {
    asked,
    done,
    tell: async (fact) => {
      const event = record(fact);
      await publishing;
      return event;
    },
    stop: async () => {
      await publishing;
      for (const stop of stops) await stop();
    },
  };
};
