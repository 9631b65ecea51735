import { houseProbes } from './house-probes.ts';
import { packageProbes } from './package-probes.ts';
import type { Probe } from './probe.ts';
import { serviceProbes } from './service-probes.ts';
import { workflowProbes } from './workflow-probes.ts';

/** At least one attempt on every wall, and for the narrow ones the way that is open. */
export const probes: readonly Probe[] = [
  ...packageProbes,
  ...serviceProbes,
  ...workflowProbes,
  ...houseProbes,
];

/** What probes lean on: files that break nothing themselves. */
export const furniture: readonly string[] = [
  'services/forums/src/adapters/rows.ts',
  'services/forums/src/doors/door.ts',
  'services/forums/src/commands/open.ts',
  'services/forums/src/generated/prisma/client.ts',
  'workflows/src/activities/send.ts',
];
