export { adrIndex } from './adr-index.ts';
