import { readFileSync } from 'node:fs';
import { ownDatabases } from '@madang/postgres-infra';
import pRetry from 'p-retry';
import { secretFiles } from './secrets/secret-files.ts';

/** Makes Temporal's role and its two databases; what is there is left as it is, its password is the one of today. */
const read = (file: string): string => readFileSync(file, 'utf8').trim();
const made = await pRetry(
  () =>
    ownDatabases({
      adminUrl: `postgresql://postgres:${read(secretFiles.postgresPassword)}@postgres:5432/postgres`,
      role: 'temporal',
      password: read(secretFiles.temporalPassword),
      databases: ['temporal', 'temporal_visibility'],
    }),
  { retries: 30, minTimeout: 1_000, factor: 1 },
);
console.log(JSON.stringify({ made }));
