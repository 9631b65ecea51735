import type pg from 'pg';
import { WITH_SCHEMA } from '../house.ts';

const all = async (client: pg.ClientBase, may: 'LOGIN' | 'NOLOGIN'): Promise<void> => {
  const { rows } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY($1) ORDER BY rolname',
    [WITH_SCHEMA],
  );
  for (const { rolname } of rows) await client.query(`ALTER ROLE ${client.escapeIdentifier(rolname)} ${may}`);
};

/** Lets no service into the database, however it is started, until it is let in again. */
export const shutRoles = (client: pg.ClientBase): Promise<void> => all(client, 'NOLOGIN');
export const letRolesIn = (client: pg.ClientBase): Promise<void> => all(client, 'LOGIN');
