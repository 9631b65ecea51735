import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { type Migration, readMigrations } from './migrations-folder.ts';
import { literal, name } from './quote.ts';
import { applyMigrations } from './schema-engine.ts';
import {
  closeDatabase,
  type DatabaseService,
  demandName,
  prepareRole,
  prepareSchema,
} from './service-role.ts';
import { urlOfDatabase, urlOfService } from './urls.ts';
import { withClient } from './with-client.ts';

export type PrepareOptions = {
  /** Address of a superuser, any database. */
  readonly adminUrl: string;
  readonly database: string;
  readonly services: readonly DatabaseService[];
};

/** For each service the migrations that were applied now. */
export type Prepared = Readonly<Record<string, readonly string[]>>;

type Applied = {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
  readonly logs: string | null;
};

// Two that start at once must not prepare at once.
const lockKey = 7_265_261;

const appliedIn = async (admin: pg.Client, schema: string): Promise<readonly Applied[]> => {
  const table = `${name(schema)}._prisma_migrations`;
  const there = await admin.query('select to_regclass($1) is not null as there', [table]);
  if (!there.rows[0].there) return [];
  const columns = 'migration_name, checksum, finished_at, logs';
  const found = await admin.query<Applied>(
    `select ${columns} from ${table} where rolled_back_at is null order by started_at`,
  );
  return found.rows;
};

/** The migrations still to be applied; refuses when history and files disagree. */
const missing = (
  service: DatabaseService,
  files: readonly Migration[],
  applied: readonly Applied[],
): readonly Migration[] => {
  const where = `${service.name} (${service.migrationsDir})`;
  for (const { migration_name, checksum, finished_at, logs } of applied) {
    if (finished_at === null) {
      throw new Error(
        `The migration ${migration_name} of ${where} failed half-way and must be put right by hand: repair the schema, ` +
          `then delete its row from ${service.name}._prisma_migrations. PostgreSQL said: ${logs ?? 'nothing'}`,
      );
    }
    const file = files.find((one) => one.name === migration_name);
    if (file === undefined) {
      throw new Error(
        `The database has the migration ${migration_name} of ${where}, but its file is gone. Restore the file; or this code is older than the database.`,
      );
    }
    if (file.checksum !== checksum) {
      throw new Error(
        `The migration ${migration_name} of ${where} was changed after it had been applied. Restore its text and put the change into a new migration.`,
      );
    }
  }
  return files.filter((file) => !applied.some(({ migration_name }) => migration_name === file.name));
};

// Keyed, for every role can read the note, and it covers the passwords.
const fingerprintOf = (
  adminUrl: string,
  services: readonly DatabaseService[],
  files: ReadonlyMap<string, readonly Migration[]>,
): string => {
  const all = services.map(({ name: service, password }) => [
    service,
    password,
    files.get(service)?.map((m) => [m.name, m.checksum]),
  ]);
  return createHmac('sha256', new URL(adminUrl).password)
    .update(JSON.stringify(['v1', all]))
    .digest('hex');
};

/**
 * Makes the database with a schema and a login role for each service, and applies the migrations of each as its role.
 * Run again it does only what is missing; when nothing is, it costs one connection.
 */
export const prepareDatabase = async ({
  adminUrl,
  database,
  services,
}: PrepareOptions): Promise<Prepared> => {
  demandName(database);
  for (const service of services) demandName(service.name);
  const files = new Map(services.map((service) => [service.name, readMigrations(service.migrationsDir)]));
  const nothing = Object.fromEntries(services.map((service) => [service.name, []]));
  const fingerprint = `madang ${fingerprintOf(adminUrl, services, files)}`;

  return withClient(adminUrl, async (server) => {
    const noted = `select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1`;
    const before = await server.query<{ note: string | null }>(noted, [database]);
    if (before.rows[0]?.note === fingerprint) return nothing;

    await server.query('select pg_advisory_lock($1)', [lockKey]);
    const known = await server.query('select 1 from pg_database where datname = $1', [database]);
    if (known.rowCount === 0) await server.query(`create database ${name(database)}`);
    const done = await withClient(urlOfDatabase(adminUrl, database), async (admin) => {
      const applied: Record<string, readonly string[]> = {};
      for (const service of services) {
        await prepareRole(admin, service);
        await closeDatabase(admin, database, [service.name]);
        await prepareSchema(admin, service.name);
        const all = files.get(service.name) ?? [];
        const left = missing(service, all, await appliedIn(admin, service.name));
        const url = urlOfService(adminUrl, database, service.name, service.password);
        applied[service.name] =
          left.length === 0 ? [] : await applyMigrations(url, service.name, service.migrationsDir, all);
      }
      return applied;
    });
    await server.query(`comment on database ${name(database)} is ${literal(fingerprint)}`);
    return done;
  });
};
