import { house, npm, specs, type Wall } from './wall.ts';

const inSandbox = ['^workflows/src/processes/', '^workflows/src/.+\\.rules\\.ts$'];
const names = '^packages/contracts/src/names(\\.ts$|/)';

/** What the rooms of the workflows may import. */
export const workflowWalls: readonly Wall[] = [
  {
    name: 'processes-stay-deterministic',
    because:
      'A process is replayed from its history, perhaps years later: only @temporalio/workflow, the names of the contracts, types and own pure *.rules.ts. Let an activity do the work and compute the instant.',
    from: inSandbox,
    but: [specs],
    mayImport: [
      ...inSandbox,
      '^workflows/src/activities(/|\\.ts$)',
      house('contracts'),
      npm('@temporalio/workflow'),
    ],
  },
  {
    name: 'processes-take-only-types-of-contracts',
    because:
      'zod at run time costs up to 2 MB for each cached workflow. Write `import type`, and take constants from @madang/contracts/names.',
    from: inSandbox,
    but: [specs],
    to: [house('contracts')],
    mayImport: [names],
    typesAreFree: true,
  },
  {
    name: 'processes-take-only-types-of-activities',
    because:
      'An activity called directly would run inside the replay. Write `import type` and call it through proxyActivities.',
    from: inSandbox,
    but: [specs],
    to: ['^workflows/src/activities(/|\\.ts$)'],
    typesAreFree: true,
  },
  {
    name: 'workflows-act-only-by-message',
    because:
      'Activities, listener and desk reach services by asking, as any page does: contracts, messaging, the kit for logs and health, and the Temporal client. A row read or written here would have two owners.',
    from: ['^workflows/'],
    but: [...inSandbox, specs],
    to: ['^(services|infra)/', '^packages/', npm('pg')],
    mayImport: [house('(contracts|messaging|standards|calendar|service-kit|telemetry)')],
  },
];
