import { randomUUID } from 'node:crypto';
import {
  type DataOf,
  type Event,
  type EventEnvelope,
  PROCESS_ACTOR_ID,
  type ServiceName,
} from '@madang/contracts';
import { connectNats, type FactPublisher, factPublisher } from '@madang/messaging';

/** Tells facts as their services would: each into its own stream, in order. */
export type Telling = {
  readonly tell: <E extends Event>(event: E, subjectId: string, data: DataOf<E>) => Promise<EventEnvelope>;
  readonly head: (source: ServiceName) => Promise<number>;
  readonly close: () => Promise<void>;
};

const SOURCES = ['forums', 'commitments', 'ministries'] as const;

/** For specs of rooms that only hear. */
export const openTelling = async (
  url: string,
  passwords: Readonly<Record<string, string>>,
): Promise<Telling> => {
  const open = await Promise.all(
    SOURCES.map(async (source) => {
      const user = `${source}-events`;
      const connection = await connectNats({ url, user, password: passwords[user] ?? '' });
      return { connection, source, publisher: await factPublisher(connection, source) };
    }),
  );
  const by = new Map<string, FactPublisher>(open.map(({ source, publisher }) => [source, publisher]));
  const of = (source: string): FactPublisher => {
    const publisher = by.get(source);
    if (!publisher) throw new Error(`nobody tells as ${source}`);
    return publisher;
  };
  return {
    tell: async (event, subjectId, data) => {
      const publisher = of(event.service);
      const sequence = (await publisher.head()) + 1;
      const time = '2026-02-01T00:00:00.000Z';
      const { forumId } = data as { readonly forumId: string };
      const fact = {
        ...{ specversion: '1.0', id: randomUUID(), commandid: randomUUID(), correlationid: randomUUID() },
        ...{ commandhash: 'x', source: event.service, type: event.type, subject: subjectId, time },
        ...{ recordedat: time, forumid: forumId, sequence, aggregateversion: sequence, data },
        actor: { id: PROCESS_ACTOR_ID, roles: ['process'] },
      } as unknown as EventEnvelope;
      await publisher.publish([{ sequence, type: event.type, bytes: JSON.stringify(fact) }]);
      return fact;
    },
    head: (source) => of(source).head(),
    close: async () => void (await Promise.all(open.map(({ connection }) => connection.drain()))),
  };
};
