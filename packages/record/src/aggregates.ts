import type { AggregateRef, AnyAggregate, DomainEvent } from '@madang/decider';
import type { Db } from './database.ts';

export type Held = { readonly version: number; readonly state: unknown };
export type Holding = Map<string, Held>;

export const keyOf = (ref: AggregateRef): string => `${ref.type}/${ref.id}`;

const load = async (
  db: Db,
  refs: readonly AggregateRef[],
  lock: 'UPDATE' | 'SHARE',
  into: Holding,
): Promise<void> => {
  if (refs.length === 0) return;
  const rows = await db.$queryRawUnsafe<{ type: string; id: string; version: number; state: unknown }[]>(
    `SELECT type, id, version, state FROM aggregate
     WHERE (type, id) IN (SELECT * FROM unnest($1::text[], $2::text[])) ORDER BY type, id FOR ${lock}`,
    refs.map((ref) => ref.type),
    refs.map((ref) => ref.id),
  );
  for (const row of rows) into.set(`${row.type}/${row.id}`, { version: row.version, state: row.state });
};

const distinct = (refs: readonly AggregateRef[]): AggregateRef[] => [
  ...new Map(refs.map((ref) => [keyOf(ref), ref])).values(),
];

/** Loads and locks what a batch of commands touches: for writing in id order, then for reading. */
export const hold = async (
  db: Db,
  writes: readonly AggregateRef[],
  reads: readonly AggregateRef[],
): Promise<Holding> => {
  const holding: Holding = new Map();
  const written = distinct(writes);
  const keys = new Set(written.map(keyOf));
  await load(db, written, 'UPDATE', holding);
  await load(
    db,
    distinct(reads).filter((ref) => !keys.has(keyOf(ref))),
    'SHARE',
    holding,
  );
  return holding;
};

/** Loads and locks what a command found out that it changes, beside what is held. */
export const holdMore = async (db: Db, found: readonly AggregateRef[], holding: Holding): Promise<void> =>
  load(
    db,
    distinct(found).filter((ref) => !holding.has(keyOf(ref))),
    'UPDATE',
    holding,
  );

/** Folds one fact into what is held. */
export const fold = (
  aggregates: ReadonlyMap<string, AnyAggregate>,
  holding: Holding,
  ref: AggregateRef,
  event: DomainEvent,
): number => {
  const aggregate = aggregates.get(ref.type);
  if (!aggregate) throw new Error(`no aggregate ${ref.type} in this service`);
  const before = holding.get(keyOf(ref)) ?? { version: 0, state: undefined };
  const evolve = aggregate.evolve as (state: unknown, event: DomainEvent) => unknown;
  holding.set(keyOf(ref), { version: before.version + 1, state: evolve(before.state, event) });
  return before.version + 1;
};

/** Writes the states that changed, in bulk. @throws a unique violation when somebody created the same aggregate meanwhile */
export const store = async (
  db: Db,
  changed: readonly { ref: AggregateRef; forumId: string; wasNew: boolean }[],
  holding: Holding,
): Promise<void> => {
  const row = ({ ref, forumId }: { ref: AggregateRef; forumId: string }) => {
    const held = holding.get(keyOf(ref));
    return { type: ref.type, id: ref.id, version: held?.version, forum_id: forumId, state: held?.state };
  };
  const made = changed.filter((one) => one.wasNew).map(row);
  const moved = changed.filter((one) => !one.wasNew).map(row);
  const shape = 'AS r(type text, id text, version int, forum_id uuid, state jsonb)';
  if (made.length > 0)
    await db.$executeRawUnsafe(
      `INSERT INTO aggregate SELECT r.* FROM jsonb_to_recordset($1::jsonb) ${shape}`,
      JSON.stringify(made),
    );
  if (moved.length > 0)
    await db.$executeRawUnsafe(
      `UPDATE aggregate a SET version = r.version, state = r.state FROM jsonb_to_recordset($1::jsonb) ${shape} WHERE a.type = r.type AND a.id = r.id`,
      JSON.stringify(moved),
    );
};
