import pg from 'pg';

type Db = {
  readonly $queryRawUnsafe: <T = unknown>(sql: string, ...values: unknown[]) => Promise<T>;
  readonly $executeRawUnsafe: (sql: string, ...values: unknown[]) => Promise<number>;
};

const over = (client: pg.Pool | pg.PoolClient): Db => ({
  $queryRawUnsafe: async <T>(sql: string, ...values: unknown[]) =>
    (await client.query(sql, values)).rows as T,
  $executeRawUnsafe: async (sql, ...values) => (await client.query(sql, values)).rowCount ?? 0,
});

/** A database for specs of rooms that have no Prisma client of their own: the same calls over node-postgres. */
export const pgDatabase = (connectionString: string) => {
  const pool = new pg.Pool({ connectionString, max: 8 });
  // A database that is dropped under an idle connection is no fault of the spec.
  pool.on('error', () => undefined);
  return {
    ...over(pool),
    $transaction: async <T>(work: (tx: Db) => Promise<T>): Promise<T> => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const result = await work(over(client));
        await client.query('COMMIT');
        return result;
      } catch (fault) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw fault;
      } finally {
        client.release();
      }
    },
    $disconnect: () => pool.end(),
  };
};
