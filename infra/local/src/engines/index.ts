export type { Engine, Narrate } from './engine.ts';
export { freePort } from './free-port.ts';
export { type NatsEngine, type NatsOptions, startNats } from './nats.ts';
export { type PostgresEngine, type PostgresOptions, startPostgres } from './postgres.ts';
export { type Engines, type EnginesOptions, startEngines } from './start-engines.ts';
export { startTemporal, type TemporalEngine, type TemporalOptions } from './temporal.ts';
export type { SearchAttributes, SearchAttributeType } from './temporal-api.ts';
