import type pg from 'pg';

const MIGRATIONS = '_prisma_migrations';

/** Tables of a schema, by name; what keeps the migrations is not among them. */
export const tablesOf = async (client: pg.ClientBase, schema: string): Promise<readonly string[]> =>
  (
    await client.query<{ tablename: string }>(
      'SELECT tablename FROM pg_tables WHERE schemaname = $1 AND tablename <> $2 ORDER BY tablename',
      [schema, MIGRATIONS],
    )
  ).rows.map((row) => row.tablename);

/** Migrations that a schema has, in their order. */
export const migrationsOf = async (client: pg.ClientBase, schema: string): Promise<readonly string[]> =>
  (
    await client.query<{ migration_name: string }>(
      `SELECT migration_name FROM ${client.escapeIdentifier(schema)}.${MIGRATIONS}
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
    )
  ).rows.map((row) => row.migration_name);

/** The number of the last fact that a service has recorded. */
export const headOf = async (client: pg.ClientBase, schema: string): Promise<number> => {
  const { rows } = await client.query<{ sequence: string }>(
    `SELECT sequence FROM ${client.escapeIdentifier(schema)}.head`,
  );
  return Number(rows[0]?.sequence ?? 0);
};
