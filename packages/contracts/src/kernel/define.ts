import type { z } from 'zod';
import type { ServiceName, TextRef } from './primitives.ts';
import type { Role } from './roles.ts';

/** A command's body as the domain sees it: every handed-in text has become a reference to the sealed text. */
export type Sealed<T> = T extends { readonly lang: 'ko' | 'en'; readonly text: string }
  ? TextRef
  : T extends readonly (infer E)[]
    ? readonly Sealed<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Sealed<T[K]> }
      : T;

/** Rooms that answer queries: the services, and the desk of the workflows. */
export type Answerer = ServiceName | 'workflows';

export type Command<T extends string = string, S extends z.ZodType = z.ZodType> = {
  readonly kind: 'command';
  readonly type: T;
  readonly service: ServiceName;
  readonly body: S;
  readonly by: readonly Role[];
  readonly summary: string;
};
export type Query<
  T extends string = string,
  S extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = {
  readonly kind: 'query';
  readonly type: T;
  readonly service: Answerer;
  readonly body: S;
  readonly result: R;
  readonly by: readonly Role[] | 'anyone';
  readonly summary: string;
};
export type Event<T extends string = string, S extends z.ZodType = z.ZodType> = {
  readonly kind: 'event';
  readonly type: T;
  readonly service: ServiceName;
  readonly data: S;
  readonly summary: string;
};

export type BodyOf<C extends { readonly body: z.ZodType }> = z.output<C['body']>;
/** What an asker writes. */
export type InputOf<C extends { readonly body: z.ZodType }> = z.input<C['body']>;
/** What `decide` sees. */
export type SealedBodyOf<C extends { readonly body: z.ZodType }> = Sealed<z.output<C['body']>>;
/** Data of a fact, readonly to its depth. */
export type DataOf<E extends { readonly data: z.ZodType }> = Sealed<z.output<E['data']>>;
export type ResultOf<Q extends { readonly result: z.ZodType }> = z.output<Q['result']>;

const serviceOf = <N extends Answerer>(type: string): N => type.slice(0, type.indexOf('.')) as N;

/** A command `service.verb-noun.v1`; `by` lists the roles that may ask it (deny by default). */
export const command = <T extends string, S extends z.ZodType>(
  type: T,
  by: readonly Role[],
  summary: string,
  body: S,
): Command<T, S> => ({ kind: 'command', type, service: serviceOf(type), body, by, summary });

/** A query `service.noun.v1`; its result is checked in tests and documented from `result`. */
export const query = <T extends string, S extends z.ZodType, R extends z.ZodType>(
  type: T,
  by: readonly Role[] | 'anyone',
  summary: string,
  body: S,
  result: R,
): Query<T, S, R> => ({ kind: 'query', type, service: serviceOf(type), body, result, by, summary });

/** A fact `service.aggregate.past-tense.v1`. Its data holds ids, codes, days and official names; never a text or a person's name. */
export const event = <T extends string, S extends z.ZodType>(
  type: T,
  summary: string,
  data: S,
): Event<T, S> => ({
  kind: 'event',
  type,
  service: serviceOf(type),
  data,
  summary,
});
