import { allowed, breaks, type Probe } from './probe.ts';

const forums = 'services/forums/src';

/** Attempts on the walls within a service. */
export const serviceProbes: readonly Probe[] = [
  breaks('domain-stays-pure', `${forums}/domain/seat/p1.ts`, `import { readFileSync } from 'node:fs';`),
  breaks(
    'domain-stays-pure',
    `${forums}/domain/seat/p2.ts`,
    `import type { Row } from '../../adapters/rows.ts';`,
  ),
  breaks('domain-stays-pure', `${forums}/domain/seat/p3.ts`, `import { z } from 'zod';`),
  breaks('domain-stays-pure', `${forums}/domain/seat/p4.ts`, `import type { T } from '@madang/record';`),
  allowed(
    `${forums}/domain/seat/p5.ts`,
    `import { one } from '@madang/contracts';\nimport { two } from '@madang/decider';\nimport './p6.ts';`,
  ),
  allowed(`${forums}/domain/seat/p6.ts`, `export const six = 6;`),

  breaks(
    'handlers-know-no-engine',
    `${forums}/commands/p1.ts`,
    `import { rows } from '../adapters/rows.ts';`,
  ),
  breaks('handlers-know-no-engine', `${forums}/copies/p1.ts`, `import { Pool } from 'pg';`),
  breaks(
    'handlers-take-only-types-of-record',
    `${forums}/queries/p1.ts`,
    `import { one } from '@madang/record';`,
  ),
  allowed(
    `${forums}/reactions/p1.ts`,
    `import type { T } from '@madang/record';\nimport { six } from '../domain/seat/p6.ts';`,
  ),

  breaks('adapters-only-store', `${forums}/adapters/p1.ts`, `import { door } from '../doors/door.ts';`),
  breaks('adapters-only-store', `${forums}/adapters/p2.ts`, `import { pino } from 'pino';`),
  breaks(
    'adapters-take-only-types-of-handlers',
    `${forums}/adapters/p3.ts`,
    `import { open } from '../commands/open.ts';`,
  ),
  allowed(
    `${forums}/adapters/p4.ts`,
    `import type { Open } from '../commands/open.ts';\nimport { PrismaPg } from '@prisma/adapter-pg';\nimport { Client } from '../generated/prisma/client.ts';`,
  ),
  breaks('prisma-only-in-adapters', `${forums}/main.ts`, `import { PrismaPg } from '@prisma/adapter-pg';`),
  breaks(
    'prisma-only-in-adapters',
    `${forums}/service.ts`,
    `import type { Client } from './generated/prisma/client.ts';`,
  ),

  breaks('doors-only-hand-over', `${forums}/doors/p1.ts`, `import { rows } from '../adapters/rows.ts';`),
  breaks('doors-only-hand-over', `${forums}/doors/p2.ts`, `import { one } from '@madang/record';`),
  allowed(
    `${forums}/doors/p3.ts`,
    `import { one } from '@madang/messaging';\nimport { open } from '../commands/open.ts';`,
  ),
  breaks('pages-only-draw', `${forums}/pages/p1.tsx`, `import { rows } from '../adapters/rows.ts';`),
  breaks('pages-only-draw', `${forums}/pages/p2.ts`, `import { one } from '@madang/record';`),
  allowed(`${forums}/pages/p3.ts`, `import { six } from '../domain/seat/p6.ts';`),
  breaks('subjects-only-at-doors', `${forums}/start/p1.ts`, `import { one } from '@madang/messaging';`),
];
