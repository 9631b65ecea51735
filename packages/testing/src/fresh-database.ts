import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  copyDatabase,
  dropDatabase,
  prepareDatabase,
  urlOfDatabase,
  urlOfService,
  withClient,
} from '@madang/postgres-infra';
import { askDesk } from './provided.ts';

/** A service of the house by its name, or any other with its migrations. */
export type ServiceOrder = string | { readonly name: string; readonly migrationsDir: string };

export type FreshDatabase = {
  readonly database: string;
  /** Superuser, this database: for looking, never for the code under test. */
  readonly adminUrl: string;
  /** For each service the address with its own role and schema. */
  readonly urls: Readonly<Record<string, string>>;
  /** The folder of the whole server on this machine: for looking what lies on its disk. */
  readonly dataDir: string;
  readonly drop: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

const servicesDir = fileURLToPath(new URL('../../../services', import.meta.url));
const lockKey = 7_265_262;

const migrationsOf = (folder: string): string =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.sql'))
        .sort()
        .map((file) => `${file}\0${readFileSync(join(folder, file), 'utf8')}`)
        .join('\0')
    : '';

/** A database of one's own, migrated for these services: a copy of a template that is made once per run. */
export const freshDatabase = async (orders: readonly ServiceOrder[]): Promise<FreshDatabase> => {
  const { url: server, dataDir } = await askDesk<{ url: string; dataDir: string }>('/postgres');
  const services = orders
    .map((order) =>
      typeof order === 'string'
        ? { name: order, migrationsDir: join(servicesDir, order, 'prisma', 'migrations') }
        : order,
    )
    .map((service) => ({ ...service, password: `test-${service.name}` }));
  const names = services.map(({ name }) => name);
  const text = services
    .map(({ name, migrationsDir }) => `${name}\0${migrationsOf(migrationsDir)}`)
    .join('\0\0');
  const template = `template_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  const database = `test_${randomBytes(8).toString('hex')}`;

  // Nobody may be connected to a template while it is copied, and roles belong to the whole server: one after the other.
  await withClient(server, async (lock) => {
    await lock.query('select pg_advisory_lock($1)', [lockKey]);
    await prepareDatabase({ adminUrl: server, database: template, services });
    await copyDatabase(server, template, database, names);
  });
  const drop = () => dropDatabase(server, database);
  return {
    database,
    adminUrl: urlOfDatabase(server, database),
    urls: Object.fromEntries(
      services.map(({ name, password }) => [name, urlOfService(server, database, name, password)]),
    ),
    dataDir,
    drop,
    [Symbol.asyncDispose]: drop,
  };
};
