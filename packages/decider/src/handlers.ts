import type {
  Actor,
  After,
  BodyOf,
  Command,
  DataOf,
  Event,
  EventEnvelope,
  InputOf,
  Query,
  ResultOf,
  SealedBodyOf,
} from '@madang/contracts';
import type { AggregateRef, Decision } from './aggregate.ts';

/** A command as `decide` sees it: texts are sealed, `now` is the forum's clock. */
export type Request<B = unknown> = {
  readonly id: string;
  readonly actor: Actor;
  readonly forumId: string;
  readonly now: string;
  readonly body: B;
};

/** What a decision stands on: the aggregate itself, others it reads (locked until the commit), and rows it looked up. */
export type Given<S = unknown, L = unknown> = {
  readonly self: S | undefined;
  readonly version: number;
  readonly of: <T>(ref: AggregateRef<T>) => T | undefined;
  readonly look: L;
};

export type CommandHandler<P = never> = {
  readonly kind: 'answers';
  readonly command: Command;
  readonly on: (body: never) => AggregateRef;
  readonly also: (body: never) => readonly AggregateRef[];
  readonly reads: (body: never) => readonly AggregateRef[];
  readonly finds: ((rows: P, body: never) => Promise<readonly AggregateRef[]>) | undefined;
  readonly looks: ((rows: P, request: Request<never>) => Promise<unknown>) | undefined;
  readonly admits: ((rows: P, body: never) => Decision | undefined) | undefined;
  readonly sealsUnder: (body: never) => string | undefined;
  readonly ofNoForum: boolean;
  readonly readsAcross: boolean;
  readonly decide: (request: Request<never>, given: Given<never, never>) => Decision;
};

/**
 * How a service answers a command. `on` names the aggregate the command is about (locked, with `expects` checked on it);
 * `also` others that may change with it; `reads` those that must not change meanwhile. `finds` names further ones that may
 * change and that the body does not name (the members of a response): it reads rows once the others are locked, and what
 * it finds is locked too. `looks` reads rows in the same transaction, after all locks. A command that finds or looks is
 * decided alone, so prefer `reads`. `admits` is the one look at a text itself, before it is sealed: whether it is fit to be
 * kept, by its form alone. `sealsUnder` names the person whose
 * key seals the texts (erasing the person erases them); without it each text has its own key. `ofNoForum`: it may concern the
 * system itself (`NO_FORUM`), at the wall's time. What is of another forum is unknown to a command, unless it `readsAcross`
 * forums; even then it changes nothing there.
 */
export const answers = <C extends Command, S, P = unknown, L = undefined>(
  command: C,
  how: {
    readonly on: (body: SealedBodyOf<C>) => AggregateRef<S>;
    readonly also?: (body: SealedBodyOf<C>) => readonly AggregateRef[];
    readonly reads?: (body: SealedBodyOf<C>) => readonly AggregateRef[];
    readonly finds?: (rows: P, body: SealedBodyOf<C>) => Promise<readonly AggregateRef[]>;
    readonly looks?: (rows: P, request: Request<SealedBodyOf<C>>) => Promise<L>;
    readonly admits?: (rows: P, body: BodyOf<C>) => Decision | undefined;
    readonly sealsUnder?: (body: BodyOf<C>) => string | undefined;
    readonly ofNoForum?: true;
    readonly readsAcross?: true;
    readonly decide: (request: Request<SealedBodyOf<C>>, given: Given<S, L>) => Decision;
  },
): CommandHandler<P> => ({
  kind: 'answers',
  command,
  on: how.on,
  also: how.also ?? (() => []),
  reads: how.reads ?? (() => []),
  finds: how.finds,
  looks: how.looks,
  admits: how.admits,
  sealsUnder: how.sealsUnder ?? (() => undefined),
  ofNoForum: how.ofNoForum ?? false,
  readsAcross: how.readsAcross ?? false,
  decide: how.decide,
});

export type Applies<P = never> = {
  readonly kind: 'projection' | 'copy';
  readonly event: Event;
  readonly apply: (rows: P, facts: readonly EventEnvelope<never>[]) => Promise<void>;
};

/** Own rows that follow from own facts, written in the same transaction. Gets runs of facts of one type, in order: write in bulk. */
export const projection = <E extends Event, P>(
  event: E,
  apply: (rows: P, facts: readonly EventEnvelope<DataOf<E>>[]) => Promise<void>,
): Applies<P> => ({ kind: 'projection', event, apply });

/** A copy of what another service tells: pure projection, can be rebuilt. Throw {@link notYet} when the cause was not heard. */
export const copy = <E extends Event, P>(
  event: E,
  apply: (rows: P, facts: readonly EventEnvelope<DataOf<E>>[]) => Promise<void>,
): Applies<P> => ({ kind: 'copy', event, apply });

/** A command a service asks of itself because of a fact; its id is made from the fact's id and the purpose. */
export type Ask = {
  readonly command: Command;
  readonly purpose: string;
  readonly forumId: string;
  readonly body: unknown;
};

/** Asks checked by the compiler. */
export const ask = <C extends Command>(
  command: C,
  purpose: string,
  forumId: string,
  body: InputOf<C>,
): Ask => ({ command, purpose, forumId, body });

export type Reaction<P = never> = {
  readonly kind: 'reaction';
  readonly event: Event;
  readonly react: (fact: EventEnvelope<never>, rows: P) => Promise<readonly Ask[]>;
};

/** What a service does because of another's fact (or its own): commands to itself. Never runs in a rebuild. */
export const reaction = <E extends Event, P = unknown>(
  event: E,
  react: (fact: EventEnvelope<DataOf<E>>, rows: P) => Promise<readonly Ask[]>,
): Reaction<P> => ({ kind: 'reaction', event, react });

export type Asked = { readonly actor: Actor; readonly heard: After };
export type QueryHandler<P = never> = {
  readonly kind: 'responds';
  readonly query: Query;
  readonly respond: (rows: P, body: never, asked: Asked) => Promise<unknown>;
};

/** How a service responds to a query; `undefined` means unknown (404). */
export const responds = <Q extends Query, P>(
  query: Q,
  respond: (rows: P, body: BodyOf<Q>, asked: Asked) => Promise<ResultOf<Q> | undefined>,
): QueryHandler<P> => ({ kind: 'responds', query, respond });

const notYetMark = Symbol.for('madang.not-yet');

/** Thrown by copies and reactions for an event whose cause has not been heard: it waits, and with it what follows for its aggregate. */
export const notYet = (cause: string): Error =>
  Object.assign(new Error(`not yet: ${cause}`), { [notYetMark]: true });
export const isNotYet = (fault: unknown): boolean => fault instanceof Error && notYetMark in fault;
