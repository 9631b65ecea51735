import type { DataOf, Event, EventEnvelope, Refusal } from '@madang/contracts';

export type AggregateRef<S = unknown> = { readonly type: string; readonly id: string; readonly state?: S };

/** What `evolve` sees of a fact: the same when it is recorded and when state is rebuilt from the log. */
export type DomainEvent = {
  readonly type: string;
  readonly data: unknown;
  readonly time: string;
  readonly actor?: EventEnvelope['actor'];
};

/** An aggregate: the unit that is decided and locked as one. State is plain JSON; `undefined` before its first event. */
export type Aggregate<S> = {
  readonly type: string;
  /** Whether commands of any forum may change it: a person's account, a way in. Everything else is of the forum it began in. */
  readonly ofManyForums: boolean;
  readonly ref: (id: string) => AggregateRef<S>;
  readonly evolve: (state: S | undefined, event: DomainEvent) => S;
};

/** Something that has happened to one aggregate, not yet recorded. */
export type Happened = { readonly on: AggregateRef; readonly type: string; readonly data: unknown };

export type Decision =
  | { readonly kind: 'accepted'; readonly events: readonly Happened[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unknown'; readonly refusal: Refusal };

/** `type` is also the second part of the event types of this aggregate (`forums.cycle.opened.v1` -> `cycle`). */
export const aggregate = <S>(
  type: string,
  evolve: (state: S | undefined, event: DomainEvent) => S,
  { ofManyForums = false }: { readonly ofManyForums?: boolean } = {},
): Aggregate<S> => ({
  type,
  ofManyForums,
  ref: (id) => ({ type, id }),
  evolve,
});

/** A fact on an aggregate, its data checked by the compiler against the contract. */
export const happened = <E extends Event>(on: AggregateRef, event: E, data: DataOf<E>): Happened => ({
  on,
  type: event.type,
  data,
});

export const accepted = (...events: readonly Happened[]): Decision => ({ kind: 'accepted', events });

/** The wish is already fulfilled: accepted, and nothing happens. */
export const alreadySo = (): Decision => ({ kind: 'accepted', events: [] });

/** A rule says no: its code, the facts it stands on (ids, days, numbers, codes; never a text), and what one can do. */
export const refused = (code: string, remedy: string, facts: Refusal['facts'] = {}): Decision => ({
  kind: 'refused',
  refusal: { code, facts, remedy },
});

/** What the command speaks of does not exist: 404, or not-yet when the asker says it has seen it. */
export const unknown = (what: string, id: string): Extract<Decision, { kind: 'unknown' }> => ({
  kind: 'unknown',
  refusal: { code: `unknown-${what}`, facts: { id }, remedy: `Check the id: no such ${what} is known here.` },
});
