import type { After, ServiceName } from '@madang/contracts';
import type { Db } from './database.ts';

/** How far a service has heard each source; 0 where it has heard nothing. */
export const positions = async (db: Db): Promise<After> => {
  const rows = await db.$queryRawUnsafe<{ source: ServiceName; sequence: bigint }[]>(
    'SELECT source, sequence FROM position',
  );
  return Object.fromEntries(rows.map((row) => [row.source, Number(row.sequence)]));
};

/** Locks the position of one listener for one source, making it at 0. */
export const holdPosition = async (tx: Db, listener: string, source: ServiceName): Promise<number> => {
  await tx.$executeRawUnsafe(
    'INSERT INTO position VALUES ($1, $2, 0) ON CONFLICT DO NOTHING',
    listener,
    source,
  );
  const [row] = await tx.$queryRawUnsafe<{ sequence: bigint }[]>(
    'SELECT sequence FROM position WHERE listener = $1 AND source = $2 FOR UPDATE',
    listener,
    source,
  );
  return Number(row?.sequence ?? 0);
};

export const movePosition = async (
  tx: Db,
  listener: string,
  source: ServiceName,
  to: number,
): Promise<void> => {
  await tx.$executeRawUnsafe(
    'UPDATE position SET sequence = $3 WHERE listener = $1 AND source = $2',
    listener,
    source,
    to,
  );
};

/** Moves a position past facts that mean nothing here: one statement of its own, and never back. */
export const passOver = async (db: Db, listener: string, source: ServiceName, to: number): Promise<void> => {
  await db.$executeRawUnsafe(
    `INSERT INTO position VALUES ($1, $2, $3)
     ON CONFLICT (listener, source) DO UPDATE SET sequence = excluded.sequence WHERE position.sequence < excluded.sequence`,
    listener,
    source,
    to,
  );
};
