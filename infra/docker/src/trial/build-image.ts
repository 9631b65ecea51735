import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Composition, top } from './composition.ts';

/** Empty where the checkout has no history. */
const commitOf = (folder: string): string =>
  spawnSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: folder, encoding: 'utf8' }).stdout?.trim() ??
  '';

/**
 * Builds the image of a checkout. Where Node here trusts an authority besides (NODE_EXTRA_CA_CERTS), as behind a proxy that
 * signs with its own, the build trusts it too, unless one was put there already.
 */
export const buildImage = ({ compose }: Composition, folder = top): void => {
  const { NODE_EXTRA_CA_CERTS: trusted } = process.env;
  const there = join(folder, 'infra/docker/certificates/extra.crt');
  const isLent = Boolean(trusted && existsSync(trusted) && !existsSync(there));
  if (trusted && isLent) copyFileSync(trusted, there);
  try {
    compose('build', '--build-arg', `MADANG_BUILD=${commitOf(folder)}`, 'secrets');
  } finally {
    if (isLent) rmSync(there);
  }
};
