/** What the record needs of a database client; a Prisma client satisfies it. SQL is typed here and in adapters alone. */
export type Db = {
  readonly $queryRawUnsafe: <T = unknown>(sql: string, ...values: unknown[]) => Promise<T>;
  readonly $executeRawUnsafe: (sql: string, ...values: unknown[]) => Promise<number>;
};

export type Database = Db & {
  readonly $transaction: <T>(
    work: (tx: Db) => Promise<T>,
    options?: { readonly maxWait?: number; readonly timeout?: number },
  ) => Promise<T>;
};

/** Transactions may queue for a while under load; none may hold locks for longer than half a minute. */
export const PATIENCE = { maxWait: 20_000, timeout: 30_000 } as const;

const RETRYABLE = /40P01|40001|23505|deadlock|could not serialize|unique constraint|write conflict/i;

/** Whether the same work may succeed when it is done again: a deadlock, or two who created the same thing at once. */
export const isConflict = (fault: unknown): boolean =>
  fault instanceof Error && RETRYABLE.test(`${fault.message} ${(fault as { code?: string }).code ?? ''}`);

const ENGINE =
  /ECONN|EPIPE|57P0|53300|08\d{3}|P10\d\d|P20(24|28|34)|terminat|connection|timed? ?out|starting up|shutting down|transaction api/i;

/** Whether a fault is an engine's (away, starting, full of connections) and says nothing of the work. */
export const isEngineFault = (fault: unknown): boolean =>
  fault instanceof Error &&
  (isConflict(fault) || ENGINE.test(`${fault.message} ${(fault as { code?: string }).code ?? ''}`));
