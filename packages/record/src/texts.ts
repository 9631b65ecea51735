import { type FreeText, PURPOSE_NAMESPACE, type TextRef } from '@madang/contracts';
import { v5 as uuidv5 } from 'uuid';
import type { Db } from './database.ts';
import { keyedHash, newKey, seal, unseal } from './sealing.ts';

export type NewText = { readonly ref: TextRef; readonly keyId: string; readonly sealed: string };
export type NewKey = { readonly id: string; readonly wrapped: string };

const isFreeText = (value: object): value is FreeText =>
  'text' in value && 'lang' in value && 'visibility' in value;

/** Replaces each handed-in text in a body by the reference that stands for it. `meet` is told of each text. */
export const withoutTexts = (
  value: unknown,
  meet: (text: FreeText, path: string) => TextRef,
  path = '',
): unknown => {
  if (Array.isArray(value)) return value.map((one, index) => withoutTexts(one, meet, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return value;
  if (isFreeText(value)) return meet(value, path);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withoutTexts(one, meet, `${path}/${key}`)]),
  );
};

/** Keys known in this transaction, by id. */
export type KeyRing = Map<string, Buffer>;

export const keyRing = async (db: Db, masterKey: Buffer, keyIds: readonly string[]): Promise<KeyRing> => {
  const ring: KeyRing = new Map();
  if (keyIds.length === 0) return ring;
  const rows = await db.$queryRawUnsafe<{ id: string; wrapped: string }[]>(
    'SELECT id, wrapped FROM text_key WHERE id = ANY($1::uuid[])',
    keyIds,
  );
  for (const row of rows) ring.set(row.id, unseal(masterKey, row.wrapped));
  return ring;
};

/** Which of these keys were destroyed; nothing may be sealed under them again. */
export const erasedAmong = async (db: Db, keyIds: readonly string[]): Promise<ReadonlySet<string>> => {
  if (keyIds.length === 0) return new Set();
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    'SELECT id FROM erased_key WHERE id = ANY($1::uuid[])',
    keyIds,
  );
  return new Set(rows.map((row) => row.id));
};

/** Seals the texts of one command: under the person's key when there is one, else each under its own. */
export const sealTexts = (
  masterKey: Buffer,
  ring: KeyRing,
  commandId: string,
  body: unknown,
  personId: string | undefined,
) => {
  const texts: NewText[] = [];
  const keys: NewKey[] = [];
  const keyOf = (id: string): Buffer => {
    const known = ring.get(id);
    if (known) return known;
    const key = newKey();
    ring.set(id, key);
    keys.push({ id, wrapped: seal(masterKey, key) });
    return key;
  };
  const sealed = withoutTexts(body, (text, path) => {
    const textId = uuidv5(`${commandId}${path}`, PURPOSE_NAMESPACE);
    const keyId = personId ?? textId;
    const key = keyOf(keyId);
    const ref: TextRef = {
      textId,
      lang: text.lang,
      length: text.text.length,
      visibility: text.visibility,
      digest: keyedHash(key, text.text),
    };
    texts.push({ ref, keyId, sealed: seal(key, Buffer.from(text.text, 'utf8')) });
    return ref;
  });
  return { body: sealed, texts, keys };
};
