import { allowed, breaks, type Probe } from './probe.ts';

/** Attempts on the walls of the packages. */
export const packageProbes: readonly Probe[] = [
  breaks('contracts-know-only-zod', 'packages/contracts/src/p1.ts', `import { v5 } from 'uuid';`),
  breaks('contracts-know-only-zod', 'packages/contracts/src/p2.ts', `import { join } from 'node:path';`),
  allowed('packages/contracts/src/p3.ts', `import { z } from 'zod';`),
  breaks('names-know-no-zod', 'packages/contracts/src/names/p1.ts', `import { z } from 'zod';`),
  breaks('names-know-no-zod', 'packages/contracts/src/names/p2.ts', `import { one } from '../p3.ts';`),
  allowed('packages/contracts/src/names/p3.ts', `import type { One } from '../p3.ts';`),

  breaks(
    'decider-knows-only-contract-types',
    'packages/decider/src/p1.ts',
    `import { join } from 'node:path';`,
  ),
  breaks(
    'standards-know-only-contract-types',
    'packages/standards/src/p1.ts',
    `import type { Z } from 'zod';`,
  ),
  breaks(
    'pure-packages-take-types-of-contracts',
    'packages/standards/src/p2.ts',
    `import { one } from '@madang/contracts';`,
  ),
  breaks(
    'pure-packages-take-types-of-contracts',
    'packages/decider/src/p2.ts',
    `import type { T } from '@madang/contracts';\nimport { one } from '@madang/contracts';`,
  ),
  allowed(
    'packages/calendar/src/p1.ts',
    `import type { T } from '@madang/contracts';\nimport { Temporal } from 'temporal-polyfill';`,
  ),
  breaks(
    'calendar-knows-only-days-and-zones',
    'packages/calendar/src/p2.ts',
    `import { readFileSync } from 'node:fs';`,
  ),

  breaks('record-knows-only-sql', 'packages/record/src/p1.ts', `import { one } from '@madang/messaging';`),
  breaks('record-knows-only-sql', 'packages/record/src/p2.ts', `export type P = import('pino').P;`),
  allowed(
    'packages/record/src/p3.ts',
    `import type { Pool } from 'pg';\nimport { createHash } from 'node:crypto';`,
  ),
  breaks(
    'service-kit-knows-no-business',
    'packages/service-kit/src/p1.ts',
    `import { fastify } from 'fastify';`,
  ),
  breaks(
    'telemetry-knows-nobody',
    'packages/telemetry/src/p1.ts',
    `import type { ServiceName } from '@madang/contracts';`,
  ),
  allowed('packages/telemetry/src/p2.ts', `import { trace } from '@opentelemetry/api';`),
];
