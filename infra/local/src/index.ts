export * from './engines/index.ts';
export { until, type UntilOptions } from './until.ts';
