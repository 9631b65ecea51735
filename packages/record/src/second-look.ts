import type { Answer } from '@madang/contracts';
import type { AggregateRef } from '@madang/decider';
import { type AggregateRow, distinct, type Holding, hold, keyOf } from './aggregates.ts';
import type { Db } from './database.ts';

export type SeenCommand = { readonly id: string; readonly body_hash: string; readonly answer: Answer };
type Looked = {
  readonly seen: readonly SeenCommand[];
  readonly writes: readonly AggregateRow[];
  readonly reads: readonly AggregateRow[];
};

const locked = (name: string, types: string, ids: string, lock: 'UPDATE' | 'SHARE'): string =>
  `${name} AS MATERIALIZED (SELECT type, id, version, state, forum_id FROM aggregate
   WHERE (type, id) IN (SELECT * FROM unnest(${types}::text[], ${ids}::text[])) ORDER BY type, id FOR ${lock})`;

const LOOK = `WITH ${locked('writes', '$2', '$3', 'UPDATE')}, ${locked('reads', '$4', '$5', 'SHARE')}
  SELECT (SELECT coalesce(jsonb_agg(to_jsonb(w)), '[]') FROM writes w) AS writes,
         (SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') FROM reads r) AS reads,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'body_hash', body_hash, 'answer', answer)), '[]')
          FROM command WHERE id = ANY($1::uuid[])) AS seen`;

/**
 * Loads and locks what a batch touches, for writing in id order, then for reading, and finds which command ids were
 * answered before. These ids are locked already, so nobody answers them while this statement waits for an aggregate.
 */
export const secondLook = async (
  tx: Db,
  commandIds: readonly string[],
  writes: readonly AggregateRef[],
  reads: readonly AggregateRef[],
): Promise<{ readonly seen: readonly SeenCommand[]; readonly holding: Holding }> => {
  const written = distinct(writes);
  const keys = new Set(written.map(keyOf));
  const read = distinct(reads).filter((ref) => !keys.has(keyOf(ref)));
  const [looked] = await tx.$queryRawUnsafe<Looked[]>(
    LOOK,
    commandIds,
    written.map((ref) => ref.type),
    written.map((ref) => ref.id),
    read.map((ref) => ref.type),
    read.map((ref) => ref.id),
  );
  const holding: Holding = new Map();
  for (const row of [...(looked?.writes ?? []), ...(looked?.reads ?? [])]) hold(holding, row);
  return { seen: looked?.seen ?? [], holding };
};
