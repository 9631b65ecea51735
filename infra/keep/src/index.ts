export { installationAtHand } from './at-hand.ts';
export { backUp } from './back-up.ts';
export { type DoctorOptions, examine } from './doctor/examine.ts';
export type { AtHand } from './local-installation.ts';
export type { Manifest } from './manifest.ts';
export { restore } from './restore.ts';
