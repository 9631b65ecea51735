import type { Database, Db } from '@madang/record';
import { type Rows, rows } from '../adapters/rows.ts';

/** How the database carries out each statement that a reading of rows makes. */
export const explained = async (
  database: Database,
  reading: (rows: Rows) => Promise<void>,
): Promise<readonly { readonly sql: string; readonly plan: string }[]> => {
  const asked: { readonly sql: string; readonly values: readonly unknown[] }[] = [];
  const watched: Db = {
    $queryRawUnsafe: (sql, ...values) => {
      asked.push({ sql, values });
      return database.$queryRawUnsafe(sql, ...values);
    },
    $executeRawUnsafe: () => Promise.reject(new Error('this only reads')),
  };
  await database.$executeRawUnsafe('ANALYZE');
  await reading(rows(watched));
  return Promise.all(
    asked.map(async ({ sql, values }) => {
      const lines = await database.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, ...values);
      return { sql, plan: lines.map((line) => line['QUERY PLAN']).join('\n') };
    }),
  );
};
