import type pg from 'pg';
import { literal, name } from './quote.ts';

/** What a service needs from PostgreSQL. */
export type DatabaseService = {
  /** Name of the service, of its role and of its schema. */
  readonly name: string;
  readonly migrationsDir: string;
  readonly password: string;
};

const nameRule = /^[a-z][a-z0-9_]{0,40}$/;

/** Refuses names that could reach beyond a service's own schema. */
export const demandName = (wanted: string): void => {
  if (nameRule.test(wanted) && !/^(pg_|public$|postgres$)/.test(wanted)) return;
  throw new Error(
    `"${wanted}" cannot name a service or database: lower-case letters, digits and _, not pg_…, public or postgres.`,
  );
};

/**
 * Makes the login role of a service, or gives it its password; a role may nothing but log in. One that may not log in, because
 * its master key is being changed, is left so. Roles belong to the whole cluster.
 */
export const prepareRole = async (
  admin: pg.Client,
  { name: service, password }: DatabaseService,
): Promise<void> => {
  const known = await admin.query('select 1 from pg_roles where rolname = $1', [service]);
  const powers = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit';
  const [verb, login] = known.rowCount === 0 ? ['create', 'login'] : ['alter', ''];
  await admin.query(`${verb} role ${name(service)} with ${login} ${powers} password ${literal(password)}`);
};

/** Gives the role its schema in this database, and nothing else. */
export const prepareSchema = async (admin: pg.Client, service: string): Promise<void> => {
  const role = name(service);
  await admin.query(`create schema if not exists ${role} authorization ${role}`);
  await admin.query(`revoke all on schema ${role} from public`);
  await admin.query(`alter role ${role} set search_path = ${role}`);
};

// Large objects belong to no schema, and so they are a way around every wall between two services.
const largeObjects = [
  'lo_create(oid)',
  'lo_creat(integer)',
  'lo_from_bytea(oid, bytea)',
  'lo_open(oid, integer)',
];

/** Takes from everybody what PostgreSQL grants to everybody, and lets the services in. Not copied with a template: do it for every copy. */
export const closeDatabase = async (
  admin: pg.Client,
  database: string,
  services: readonly string[],
): Promise<void> => {
  await admin.query(`revoke all on database ${name(database)} from public`);
  await admin.query('revoke all on schema public from public');
  for (const each of largeObjects)
    await admin.query(`revoke execute on function pg_catalog.${each} from public`);
  for (const service of services)
    await admin.query(`grant connect on database ${name(database)} to ${name(service)}`);
};
