import { ERASED_SUFFIX, type EventEnvelope } from '@madang/contracts';
import type { Db } from './database.ts';

const keysIn = (facts: readonly EventEnvelope[]): readonly string[] =>
  facts
    .filter((fact) => fact.type.endsWith(ERASED_SUFFIX))
    .flatMap((fact) => (fact.data as { readonly keyIds: readonly string[] }).keyIds);

/** To erase is to delete the key everywhere: here in the rows, then in the stream by `copySecrets`. */
export const eraseKeysNamedIn = async (db: Db, facts: readonly EventEnvelope[]): Promise<void> => {
  const ids = keysIn(facts);
  if (ids.length === 0) return;
  await db.$executeRawUnsafe('DELETE FROM text_key WHERE id = ANY($1::uuid[])', ids);
  await db.$executeRawUnsafe(
    'INSERT INTO erased_key SELECT id, false FROM unnest($1::uuid[]) AS k(id) ON CONFLICT (id) DO NOTHING',
    ids,
  );
};

/** After a restore of an older copy every erasure that the log knows is applied again, before doors open. */
export const eraseAgain = async (db: Db): Promise<number> => {
  const rows = await db.$queryRawUnsafe<{ bytes: string }[]>(
    `SELECT bytes FROM event WHERE type LIKE '%${ERASED_SUFFIX}'`,
  );
  const facts = rows.map((row) => JSON.parse(row.bytes) as EventEnvelope);
  await eraseKeysNamedIn(db, facts);
  await db.$executeRawUnsafe('UPDATE erased_key SET copied = false');
  return facts.length;
};
