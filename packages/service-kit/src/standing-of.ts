import type { After, EventEnvelope } from '@madang/contracts';
import { type Database, positions } from '@madang/record';
import type { Listening, Standing } from './meters.ts';

/** How far a listener has come with each of its sources, by its rows, and what waits. */
export const listeningOf = (database: Database, unheard: After) => async (): Promise<Listening> => {
  const [waiting] = await database.$queryRawUnsafe<{ waiting: bigint; parked: bigint }[]>(
    "SELECT count(*) FILTER (WHERE state <> 'parked') AS waiting, count(*) FILTER (WHERE state = 'parked') AS parked FROM waiting",
  );
  return {
    heard: { ...unheard, ...(await positions(database)) },
    ...{ waiting: Number(waiting?.waiting ?? 0), parked: Number(waiting?.parked ?? 0) },
  };
};

/** How a service stands: what it recorded, published and heard, and what waits; each by an index. */
export const standingOf = (
  database: Database,
  deps: { readonly published: () => number; readonly unheard: After },
): (() => Promise<Standing>) => {
  const listening = listeningOf(database, deps.unheard);
  return async () => {
    const published = deps.published();
    const [head] = await database.$queryRawUnsafe<{ sequence: bigint }[]>('SELECT sequence FROM head');
    const [oldest] = await database.$queryRawUnsafe<{ bytes: string }[]>(
      'SELECT bytes FROM event WHERE sequence > $1 ORDER BY sequence LIMIT 1',
      published,
    );
    const since = oldest ? (JSON.parse(oldest.bytes) as EventEnvelope).recordedat : undefined;
    return {
      ...{ recorded: Number(head?.sequence ?? 0), published },
      oldest: since ? Math.max(0, (Date.now() - Date.parse(since)) / 1000) : 0,
      ...(await listening()),
    };
  };
};
