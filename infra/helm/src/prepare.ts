import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeStreams } from '@madang/nats-infra';
import { prepareDatabase } from '@madang/postgres-infra';
import { withSchema } from './secrets/cluster-secrets.ts';

/** Makes roles, schemas and streams and applies what migrations are missing: the job that runs before a version's processes start. */
const {
  MADANG_SECRETS = '/secrets',
  MADANG_POSTGRESQL_HOST = '',
  MADANG_POSTGRESQL_PORT = '5432',
  MADANG_POSTGRESQL_DATABASE = 'madang',
  MADANG_POSTGRESQL_PARAMETERS = '',
  MADANG_NATS_URL = '',
  MADANG_NATS_REPLICAS = '1',
} = process.env;
const read = (...path: readonly string[]): string =>
  readFileSync(join(MADANG_SECRETS, ...path), 'utf8').trim();

const adminUrl = new URL(`postgresql://${MADANG_POSTGRESQL_HOST}:${MADANG_POSTGRESQL_PORT}/postgres`);
adminUrl.username = encodeURIComponent(read('database-admin', 'username'));
adminUrl.password = encodeURIComponent(read('database-admin', 'password'));
adminUrl.search = MADANG_POSTGRESQL_PARAMETERS;

const applied = await prepareDatabase({
  adminUrl: adminUrl.href,
  database: MADANG_POSTGRESQL_DATABASE,
  services: withSchema.map((name) => ({
    name,
    migrationsDir: fileURLToPath(new URL(`../../../services/${name}/prisma/migrations`, import.meta.url)),
    password: read('database-roles', name),
  })),
});
const { infra = '' } = JSON.parse(read('nats', 'nats-users.json')) as Readonly<Record<string, string>>;
await makeStreams({ url: MADANG_NATS_URL, password: infra, replicas: Number(MADANG_NATS_REPLICAS) });
console.log(JSON.stringify({ applied }));
