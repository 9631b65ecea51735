import { randomUUID } from 'node:crypto';
import { connectNats, factPublisher } from '@madang/messaging';
import { startRelay } from '@madang/record';
import { pgDatabase, until } from '@madang/testing';
import type { BenchPlace } from './bench-place.ts';
import { type Figure, figure } from './figure.ts';

const FACTS = 10_000;
const bytesOf = (sequence: number): string =>
  JSON.stringify({ specversion: '1.0', sequence, pad: 'x'.repeat(600) });

/** How fast the relay brings recorded facts to the stream, against publishing the same bytes acknowledged with as many in flight. */
export const relayThroughput = async (place: BenchPlace): Promise<Figure> => {
  const connect = (user: string) =>
    connectNats({ url: place.natsUrl, user, password: place.passwords[user] ?? '' });
  const raw = await factPublisher(await connect('ministries-events'), 'ministries');
  const facts = Array.from({ length: FACTS }, (_, index) => ({
    sequence: index + 1,
    type: 'ministries.obligation.imposed.v1',
    bytes: bytesOf(index + 1),
  }));
  const rawStart = performance.now();
  for (let from = 0; from < FACTS; from += 256) await raw.publishEach(facts.slice(from, from + 256));
  const baseline = FACTS / ((performance.now() - rawStart) / 1000);

  const database = pgDatabase(place.urlOf('people'));
  await database.$executeRawUnsafe(
    `INSERT INTO event SELECT r.* FROM jsonb_to_recordset($1::jsonb)
     AS r(sequence bigint, id uuid, type text, aggregate_type text, aggregate_id text, version int, forum_id uuid, command_id uuid, bytes text)`,
    JSON.stringify(
      facts.map((fact) => ({
        sequence: fact.sequence,
        id: randomUUID(),
        type: 'people.notice.raised.v1',
        aggregate_type: 'notice',
        aggregate_id: randomUUID(),
        version: 1,
        forum_id: randomUUID(),
        command_id: randomUUID(),
        bytes: fact.bytes,
      })),
    ),
  );
  const outlet = await factPublisher(await connect('people-events'), 'people');
  const start = performance.now();
  const relay = startRelay({
    database,
    outlet,
    at: () => undefined,
    onFault: (fault) => console.error(fault),
  });
  await until(() => relay.published() === FACTS, { within: 60_000, what: 'the relay to publish everything' });
  const ours = FACTS / ((performance.now() - start) / 1000);
  await relay.stop();
  await database.$disconnect();
  return figure({
    id: 'relay',
    what: 'relay, facts/s, against raw acknowledged publish',
    ours,
    baseline,
    goal: 0.5,
    better: 'higher',
  });
};
