import type { Aggregate, DomainEvent, Happened } from './aggregate.ts';

/** For specs: the state of an aggregate after these events, each given as what happened and when (forum's time). */
export const given = <S>(
  aggregate: Aggregate<S>,
  ...events: readonly (Happened & { readonly time?: string })[]
): S | undefined =>
  events.reduce<S | undefined>(
    (state, { type, data, time }) =>
      aggregate.evolve(state, { type, data, time: time ?? '2026-01-01T00:00:00.000Z' } satisfies DomainEvent),
    undefined,
  );
