import type { Database } from './database.ts';

/** The second copies of sealed texts and keys, in another engine. */
export type Copies = {
  readonly putTexts: (texts: readonly { readonly id: string; readonly sealed: string }[]) => Promise<void>;
  readonly putKey: (id: string, wrapped: string) => Promise<void>;
  readonly eraseKey: (id: string) => Promise<void>;
};

const AT_ONCE = 200;

/**
 * Brings new sealed texts and keys to their second copies and destroys there what was erased here. A key that is erased
 * before it was copied is never copied. @returns how many it dealt with; fewer than asked for means it is done
 */
export const copySecrets = async (database: Database, copies: Copies): Promise<number> => {
  const erased = await database.$queryRawUnsafe<{ id: string }[]>(
    'SELECT id FROM erased_key WHERE NOT copied LIMIT $1',
    AT_ONCE,
  );
  for (const { id } of erased) await copies.eraseKey(id);
  await database.$executeRawUnsafe(
    'UPDATE erased_key SET copied = true WHERE id = ANY($1::uuid[])',
    erased.map((row) => row.id),
  );

  const keys = await database.$queryRawUnsafe<{ id: string; wrapped: string }[]>(
    'SELECT id, wrapped FROM text_key WHERE NOT copied LIMIT $1',
    AT_ONCE,
  );
  await Promise.all(keys.map(({ id, wrapped }) => copies.putKey(id, wrapped)));
  await database.$executeRawUnsafe(
    'UPDATE text_key SET copied = true WHERE id = ANY($1::uuid[])',
    keys.map((row) => row.id),
  );

  const texts = await database.$queryRawUnsafe<SealedRow[]>(
    `SELECT ${SEALED_COLUMNS} FROM text WHERE NOT copied LIMIT $1`,
    AT_ONCE,
  );
  await copies.putTexts(texts.map((row) => ({ id: row.id, sealed: JSON.stringify(row) })));
  await database.$executeRawUnsafe(
    'UPDATE text SET copied = true WHERE id = ANY($1::uuid[])',
    texts.map((row) => row.id),
  );
  // A key erased while it was on its way must not stay there.
  const late = await database.$queryRawUnsafe<{ id: string }[]>(
    'SELECT id FROM erased_key WHERE id = ANY($1::uuid[])',
    keys.map((row) => row.id),
  );
  for (const { id } of late) await copies.eraseKey(id);
  return erased.length + keys.length + texts.length;
};

export const SEALED_COLUMNS =
  'id, key_id, forum_id, author_id, institution_id, lang, visibility, withdrawn, corrected_by, sealed';
export type SealedRow = { readonly id: string } & Readonly<Record<string, unknown>>;
