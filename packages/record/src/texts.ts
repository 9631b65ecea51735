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
  return addKeys(ring, masterKey, rows);
};

export const addKeys = (ring: KeyRing, masterKey: Buffer, rows: readonly NewKey[]): KeyRing => {
  for (const row of rows) ring.set(row.id, unseal(masterKey, row.wrapped));
  return ring;
};

/** Keys made in this batch, by id: whoever seals under one hands it in to be kept, since the one who made it may be refused. */
export type MadeKeys = Map<string, NewKey>;

/** Seals the texts of one command: under the person's key when there is one, else each under its own. */
export const sealTexts = (
  masterKey: Buffer,
  ring: KeyRing,
  made: MadeKeys,
  commandId: string,
  body: unknown,
  personId: string | undefined,
) => {
  const texts: NewText[] = [];
  const keys = new Map<string, NewKey>();
  const keyOf = (id: string): Buffer => {
    const key = ring.get(id) ?? newKey();
    if (!ring.has(id)) {
      ring.set(id, key);
      made.set(id, { id, wrapped: seal(masterKey, key) });
    }
    const own = made.get(id);
    if (own) keys.set(id, own);
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
  return { body: sealed, texts, keys: [...keys.values()] };
};
