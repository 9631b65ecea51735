export { type AtHand, installationAtHand } from './at-hand.ts';
export { backUp } from './back-up.ts';
export type { Manifest } from './manifest.ts';
export { restore } from './restore.ts';
