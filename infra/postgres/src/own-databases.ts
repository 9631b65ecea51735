import { literal, name } from './quote.ts';
import { demandName } from './service-role.ts';
import { withClient } from './with-client.ts';

export type OwnDatabases = {
  /** Address of a superuser, any database. */
  readonly adminUrl: string;
  readonly role: string;
  readonly password: string;
  readonly databases: readonly string[];
};

/**
 * Makes databases that belong to one role, for an engine that keeps its own schema in them: nobody else may connect, and the
 * role may connect to no other. What is there is left as it is. @returns the databases that were made now
 */
export const ownDatabases = ({
  adminUrl,
  role,
  password,
  databases,
}: OwnDatabases): Promise<readonly string[]> => {
  for (const each of [role, ...databases]) demandName(each);
  return withClient(adminUrl, async (admin) => {
    const known = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
    const verb = known.rowCount === 0 ? 'create' : 'alter';
    // It inherits what the owner of a database may do there.
    await admin.query(
      `${verb} role ${name(role)} with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit password ${literal(password)}`,
    );
    const made: string[] = [];
    for (const database of databases) {
      const there = await admin.query('select 1 from pg_database where datname = $1', [database]);
      if (there.rowCount === 0) {
        await admin.query(`create database ${name(database)} owner ${name(role)}`);
        made.push(database);
      }
      await admin.query(`revoke all on database ${name(database)} from public`);
    }
    return made;
  });
};
