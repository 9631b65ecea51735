import { allowed, breaks, type Probe } from './probe.ts';

const processes = 'workflows/src/processes';

/** Attempts on the walls of the workflows. */
export const workflowProbes: readonly Probe[] = [
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
];
