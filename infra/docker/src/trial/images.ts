import { spawnSync } from 'node:child_process';

/** Whether an image is here, or can be pulled. */
export const canBeHad = (image: string): boolean =>
  spawnSync('docker', ['image', 'inspect', image]).status === 0 ||
  spawnSync('docker', ['pull', '--quiet', image], { timeout: 120_000 }).status === 0;
