import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The operator's command in a pod, told by its mounted Secrets where everything is; the chart's CronJob backs up with it. */
const {
  MADANG_SECRETS = '/secrets',
  MADANG_POSTGRESQL_HOST = '',
  MADANG_POSTGRESQL_PORT = '5432',
  MADANG_POSTGRESQL_DATABASE = 'madang',
  MADANG_POSTGRESQL_PARAMETERS = '',
} = process.env;
const read = (name: string): string =>
  encodeURIComponent(readFileSync(join(MADANG_SECRETS, 'database-admin', name), 'utf8').trim());
const url = new URL(
  `postgresql://${MADANG_POSTGRESQL_HOST}:${MADANG_POSTGRESQL_PORT}/${MADANG_POSTGRESQL_DATABASE}`,
);
url.username = read('username');
url.password = read('password');
url.search = MADANG_POSTGRESQL_PARAMETERS;
process.env.MADANG_ADMIN_DATABASE_URL = url.href;
process.env.MADANG_MASTER_KEY_FILE ??= join(MADANG_SECRETS, 'house', 'master-key');
await import(new URL('../../keep/src/madang.ts', import.meta.url).href);
