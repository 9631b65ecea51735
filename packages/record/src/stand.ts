import type { After, ServiceName } from '@madang/contracts';
import type { Db } from './database.ts';
import { holdPosition } from './position.ts';

/** Where a listener stands in its transaction: its locked position, what the service has heard, and whom it must not overtake. */
export type Stand = { readonly at: number; readonly known: After; readonly held: ReadonlySet<string> };

type Row = { readonly at: bigint | null; readonly known: After | null; readonly held: readonly string[] };

const STAND = `
  WITH mine AS (SELECT sequence FROM position WHERE listener = $1 AND source = $2 FOR UPDATE)
  SELECT (SELECT sequence FROM mine) AS at,
         (SELECT jsonb_object_agg(source, sequence) FROM position WHERE listener = $1) AS known,
         (SELECT coalesce(jsonb_agg(DISTINCT aggregate), '[]') FROM waiting WHERE source = $2 AND aggregate = ANY($3::text[])) AS held`;

/**
 * One round trip in the ordinary case. When the position is beyond where this process left it another instance moved it while
 * we waited for the lock, and what else the first look saw may be old: look again under the lock.
 */
export const standOf = async (
  tx: Db,
  listener: string,
  source: ServiceName,
  subjects: readonly string[],
  expected: number,
): Promise<Stand> => {
  const look = async (): Promise<Row | undefined> =>
    (await tx.$queryRawUnsafe<Row[]>(STAND, listener, source, subjects))[0];
  let row = await look();
  if (row?.at == null) await holdPosition(tx, listener, source);
  if (row?.at == null || Number(row.at) > expected) row = await look();
  return { at: Number(row?.at ?? 0), known: row?.known ?? {}, held: new Set(row?.held ?? []) };
};
