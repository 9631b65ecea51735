export { connect } from './adapters/connect.ts';
export { emptyRows } from './adapters/empty-rows.ts';
export { rows } from './adapters/rows.ts';
export { commitments } from './service.ts';
