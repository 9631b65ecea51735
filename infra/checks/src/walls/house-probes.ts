import { allowed, breaks, type Probe } from './probe.ts';

/** Attempts on the walls that stand for everyone. */
export const houseProbes: readonly Probe[] = [
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
