import type { After, EventEnvelope } from '@madang/contracts';
import { type Database, positions } from '@madang/record';
import type { Standing } from './metrics.ts';

/** How a service stands: what it recorded, published and heard, and what waits; each by an index. */
export const standingOf =
  (database: Database, deps: { readonly published: () => number; readonly unheard: After }) =>
  async (): Promise<Standing> => {
    const published = deps.published();
    const [head] = await database.$queryRawUnsafe<{ sequence: bigint }[]>('SELECT sequence FROM head');
    const [oldest] = await database.$queryRawUnsafe<{ bytes: string }[]>(
      'SELECT bytes FROM event WHERE sequence > $1 ORDER BY sequence LIMIT 1',
      published,
    );
    const since = oldest ? (JSON.parse(oldest.bytes) as EventEnvelope).recordedat : undefined;
    const [waiting] = await database.$queryRawUnsafe<{ waiting: bigint; parked: bigint }[]>(
      "SELECT count(*) FILTER (WHERE state <> 'parked') AS waiting, count(*) FILTER (WHERE state = 'parked') AS parked FROM waiting",
    );
    return {
      ...{ recorded: Number(head?.sequence ?? 0), published },
      oldest: since ? Math.max(0, (Date.now() - Date.parse(since)) / 1000) : 0,
      heard: { ...deps.unheard, ...(await positions(database)) },
      ...{ waiting: Number(waiting?.waiting ?? 0), parked: Number(waiting?.parked ?? 0) },
    };
  };
