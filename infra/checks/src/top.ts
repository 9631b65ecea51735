import { resolve } from 'node:path';

/** The top folder of the house. */
export const top = resolve(import.meta.dirname, '../../..');
