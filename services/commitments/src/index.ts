export { rows } from './adapters/rows.ts';
export { commitments } from './service.ts';
