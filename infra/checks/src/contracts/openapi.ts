import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Generator } from '../generate/generated-file.ts';
import { top } from '../top.ts';

const script = join(top, 'services/portal/src/doors/openapi/write.ts');

/** The OpenAPI document of the portal, which prints it itself: nobody looks into a service from outside. */
export const openApi: Generator = {
  name: 'openapi',
  make: async () => [
    {
      path: 'services/portal/openapi.json',
      text: execFileSync(process.execPath, [script], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
    },
  ],
};
