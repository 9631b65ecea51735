/** A file that breaks one wall and no other, or (without `breaks`) none. */
export type Probe = { readonly breaks?: string; readonly file: string; readonly source: string };

const breaks = (rule: string, file: string, source: string): Probe => ({ breaks: rule, file, source });
const allowed = (file: string, source: string): Probe => ({ file, source });

const forums = 'services/forums/src';
const processes = 'workflows/src/processes';

/** At least one attempt on every wall, and for the narrow ones the way that is open. */
export const probes: readonly Probe[] = [
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
  breaks('subjects-only-at-doors', `${forums}/start/p1.ts`, `import { one } from '@madang/messaging';`),

  breaks('processes-stay-deterministic', `${processes}/p1.ts`, `import { randomUUID } from 'node:crypto';`),
  breaks(
    'processes-stay-deterministic',
    `${processes}/p2.ts`,
    `import type { Day } from '@madang/calendar';`,
  ),
  breaks('processes-stay-deterministic', `${processes}/p3.ts`, `import { z } from 'zod';`),
  breaks(
    'processes-stay-deterministic',
    'workflows/src/wait/p1.rules.ts',
    `import { one } from '@madang/calendar';`,
  ),
  breaks(
    'processes-take-only-types-of-contracts',
    `${processes}/p4.ts`,
    `import { one } from '@madang/contracts';`,
  ),
  breaks(
    'processes-take-only-types-of-activities',
    `${processes}/p5.ts`,
    `import { send } from '../activities/send.ts';`,
  ),
  allowed(
    `${processes}/p6.ts`,
    `import { condition } from '@temporalio/workflow';\nimport { name } from '@madang/contracts/names';\nimport type { T } from '@madang/contracts';\nimport type { Send } from '../activities/send.ts';\nimport { rung } from './rung.rules.ts';`,
  ),
  allowed(`${processes}/rung.rules.ts`, `export const rung = 7;`),
  breaks('workflows-act-only-by-message', 'workflows/src/desk/p1.ts', `import { Pool } from 'pg';`),
  breaks(
    'workflows-act-only-by-message',
    'workflows/src/listener/p1.ts',
    `import { one } from '@madang/record';`,
  ),
  allowed(
    'workflows/src/listener/p2.ts',
    `import { one } from '@madang/messaging';\nimport { Client } from '@temporalio/client';`,
  ),

  breaks(
    'services-are-shut-from-outside',
    'packages/acceptance/src/p1.ts',
    `import { six } from '../../../services/forums/src/domain/seat/p6.ts';`,
  ),
  breaks('services-are-shut-from-outside', 'infra/local/src/p1.ts', `import { one } from '@madang/forums';`),
  breaks(
    'services-do-not-know-each-other',
    'services/people/src/main.ts',
    `import type { T } from '@madang/forums';`,
  ),
  breaks(
    'temporal-only-in-workflows',
    'services/people/src/p1.ts',
    `import { Client } from '@temporalio/client';`,
  ),
  allowed('packages/testing/src/p1.ts', `import { Client } from '@temporalio/client';`),
  breaks(
    'nats-only-in-messaging',
    'workflows/src/desk/p2.ts',
    `import { connect } from '@nats-io/transport-node';`,
  ),
  breaks('test-tools-stay-in-tests', 'workflows/src/desk/p3.ts', `import { test } from 'vitest';`),
  allowed('workflows/src/desk/p3.spec.ts', `import { test } from 'vitest';`),
  breaks('no-cycles', 'packages/messaging/src/p1.ts', `import './p2.ts';`),
  allowed('packages/messaging/src/p2.ts', `import type { T } from './p1.ts';`), // a ring is told once, at its first file
  breaks('every-import-resolves', 'packages/messaging/src/p3.ts', `import { gone } from 'no-such-package';`),
];

/** What probes lean on: empty rooms that break nothing themselves. */
export const furniture: readonly string[] = [
  `${forums}/adapters/rows.ts`,
  `${forums}/doors/door.ts`,
  `${forums}/commands/open.ts`,
  `${forums}/generated/prisma/client.ts`,
  'workflows/src/activities/send.ts',
];
