import { fileURLToPath } from 'node:url';
import { KEPT } from './manifest.ts';

/** Services with a schema of their own. */
export const WITH_SCHEMA = [...KEPT, 'portal'] as const;
/** Every process of the house. */
export const PROCESSES = [...KEPT, 'workflows', 'portal'] as const;

export const migrationsDirOf = (service: string): string =>
  fileURLToPath(new URL(`../../../services/${service}/prisma/migrations`, import.meta.url));
