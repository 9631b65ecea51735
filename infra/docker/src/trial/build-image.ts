import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Composition, top } from './composition.ts';

/**
 * Builds the image. Where Node here trusts an authority besides (NODE_EXTRA_CA_CERTS), as behind a proxy that
 * signs with its own, the build trusts it too, unless one was put there already.
 */
export const buildImage = ({ compose }: Composition): void => {
  const { NODE_EXTRA_CA_CERTS: trusted } = process.env;
  const there = join(top, 'infra/docker/certificates/extra.crt');
  const isLent = Boolean(trusted && existsSync(trusted) && !existsSync(there));
  if (trusted && isLent) copyFileSync(trusted, there);
  try {
    compose('build', 'secrets');
  } finally {
    if (isLent) rmSync(there);
  }
};
