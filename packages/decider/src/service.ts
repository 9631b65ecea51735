import type { Event, ServiceName } from '@madang/contracts';
import type { DomainEvent } from './aggregate.ts';
import type { Applies, CommandHandler, QueryHandler, Reaction } from './handlers.ts';

/** An aggregate as the record knows it. */
export type AnyAggregate = {
  readonly ofManyForums: boolean;
  readonly type: string;
  readonly evolve: (state: never, event: DomainEvent) => unknown;
};

/** A service's table of contents: everything it answers, responds to, hears and tells. */
export type Service<P = never> = {
  readonly name: ServiceName;
  readonly aggregates: readonly AnyAggregate[];
  readonly answers: readonly CommandHandler<P>[];
  readonly responds: readonly QueryHandler<P>[];
  readonly projections: readonly Applies<P>[];
  /** By source; a service may hear itself only for reactions. */
  readonly hears: { readonly [S in ServiceName]?: readonly (Applies<P> | Reaction<P>)[] };
  readonly tells: readonly Event[];
};

/** Checks the wiring when the module loads: each told event belongs to an aggregate of this service, no command is answered twice. */
export const defineService = <P>(service: Service<P>): Service<P> => {
  const types = new Set(service.aggregates.map((one) => one.type));
  for (const event of service.tells) {
    const [owner, aggregate] = event.type.split('.');
    if (owner !== service.name || !types.has(aggregate ?? ''))
      throw new Error(`${service.name} tells ${event.type}, which is not of one of its aggregates`);
  }
  const seen = new Set<string>();
  for (const { command } of service.answers) {
    if (command.service !== service.name || seen.has(command.type))
      throw new Error(`${service.name} answers ${command.type} twice or for another`);
    seen.add(command.type);
  }
  return service;
};
