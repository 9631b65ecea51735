import type { Db } from '@madang/record';

/** Runs a statement over many rows, handed over as one JSON list in `$1`. */
export const bulk = async (db: Db, sql: string, rows: readonly unknown[]): Promise<void> => {
  if (rows.length > 0) await db.$executeRawUnsafe(sql, JSON.stringify(rows));
};

/** The last of the rows that speak of the same thing: what a run of facts comes to. */
export const lastPer = <T>(rows: readonly T[], key: (row: T) => string): readonly T[] => [
  ...new Map(rows.map((row) => [key(row), row])).values(),
];
