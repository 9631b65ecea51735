import type { AggregateRef, AnyAggregate, DomainEvent } from '@madang/decider';
import type { Db } from './database.ts';

/** `forumId`: where it began. */
export type Held = { readonly version: number; readonly state: unknown; readonly forumId: string };
export type Holding = Map<string, Held>;

export const keyOf = (ref: AggregateRef): string => `${ref.type}/${ref.id}`;

export type AggregateRow = {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly state: unknown;
  readonly forum_id: string;
};
export const hold = (holding: Holding, { type, id, version, state, forum_id: forumId }: AggregateRow): void =>
  void holding.set(keyOf({ type, id }), { version, state, forumId });

export const distinct = (refs: readonly AggregateRef[]): AggregateRef[] => [
  ...new Map(refs.map((ref) => [keyOf(ref), ref])).values(),
];

/** Loads and locks what a command found out that it changes, beside what is held. */
export const holdMore = async (db: Db, found: readonly AggregateRef[], holding: Holding): Promise<void> => {
  const refs = distinct(found).filter((ref) => !holding.has(keyOf(ref)));
  if (refs.length === 0) return;
  const rows = await db.$queryRawUnsafe<AggregateRow[]>(
    `SELECT type, id, version, state, forum_id FROM aggregate
     WHERE (type, id) IN (SELECT * FROM unnest($1::text[], $2::text[])) ORDER BY type, id FOR UPDATE`,
    refs.map((ref) => ref.type),
    refs.map((ref) => ref.id),
  );
  for (const row of rows) hold(holding, row);
};

/** Folds one fact of a forum into what is held. */
export const fold = (
  aggregates: ReadonlyMap<string, AnyAggregate>,
  holding: Holding,
  ref: AggregateRef,
  event: DomainEvent,
  forumId: string,
): number => {
  const aggregate = aggregates.get(ref.type);
  if (!aggregate) throw new Error(`no aggregate ${ref.type} in this service`);
  const before = holding.get(keyOf(ref)) ?? { version: 0, state: undefined, forumId };
  const evolve = aggregate.evolve as (state: unknown, event: DomainEvent) => unknown;
  holding.set(keyOf(ref), {
    ...{ version: before.version + 1, forumId: before.forumId },
    state: evolve(before.state, event),
  });
  return before.version + 1;
};

export type Changed = { readonly ref: AggregateRef; readonly forumId: string; readonly wasNew: boolean };
export type ChangedRows = { readonly made: readonly unknown[]; readonly moved: readonly unknown[] };

/** Rows of the states that changed. */
export const changedRows = (changed: readonly Changed[], holding: Holding): ChangedRows => {
  const row = ({ ref, forumId }: Changed) => {
    const held = holding.get(keyOf(ref));
    return { type: ref.type, id: ref.id, version: held?.version, forum_id: forumId, state: held?.state };
  };
  return {
    made: changed.filter((one) => one.wasNew).map(row),
    moved: changed.filter((one) => !one.wasNew).map(row),
  };
};
