import type pg from 'pg';
import { WITH_SCHEMA } from './house.ts';

/** Services that are connected to the database at this moment. */
const atWork = async (client: pg.ClientBase): Promise<readonly string[]> =>
  (
    await client.query<{ usename: string }>(
      `SELECT DISTINCT usename FROM pg_stat_activity
       WHERE datname = current_database() AND usename = ANY($1) ORDER BY usename`,
      [WITH_SCHEMA],
    )
  ).rows.map((row) => row.usename);

/** @throws with the names of those that run, when nothing may */
export const demandIdle = async (client: pg.ClientBase, meanwhile: string): Promise<void> => {
  const running = await atWork(client);
  if (running.length > 0)
    throw new Error(
      `${running.join(', ')} ${running.length === 1 ? 'runs' : 'run'}: nothing may run while ${meanwhile}. Stop the system first, all but its engines.`,
    );
};
