export type { Aggregate, AggregateRef, Decision, DomainEvent, Happened } from './aggregate.ts';
export { accepted, aggregate, alreadySo, happened, refused, unknown } from './aggregate.ts';
export { given } from './given.ts';
export type {
  Applies,
  Ask,
  Asked,
  CommandHandler,
  Given,
  QueryHandler,
  Reaction,
  Request,
} from './handlers.ts';
export { answers, ask, copy, isNotYet, notYet, projection, reaction, responds } from './handlers.ts';
export { outcomeOf, play } from './play.ts';
export type { AnyAggregate, Service } from './service.ts';
export { defineService } from './service.ts';
