import { randomBytes } from 'node:crypto';

/** A text that occurs nowhere else, to be looked for on disk; letters only, so that no engine cuts it in two. */
export const canary = (prefix = 'canary'): string =>
  prefix + randomBytes(16).reduce((text, byte) => text + String.fromCharCode(97 + (byte % 26)), '');
