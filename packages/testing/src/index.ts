export { canary } from './canary.ts';
export { type FreshDatabase, freshDatabase, type ServiceOrder } from './fresh-database.ts';
export { type FreshNamespace, freshNamespace } from './fresh-namespace.ts';
export { type FreshNats, freshNats, type NatsConfig, type NatsPlace } from './fresh-nats.ts';
export { grepFolder } from './grep-folder.ts';
export { pgDatabase } from './pg-database.ts';
export { until } from './until.ts';
