import { PURPOSE_NAMESPACE } from '@madang/contracts';
import { v5 as uuidv5 } from 'uuid';
import type { Db } from './database.ts';
import { unseal } from './sealing.ts';

/** As often as the master key can be changed. */
const MOST = 100;

/**
 * Ids under which former master keys lie among the wrapped keys, in the order in which they will be needed: so they are copied,
 * kept in archives and wrapped anew like any other key, and no text is sealed under them.
 */
export const formerKeyIds: readonly string[] = Array.from({ length: MOST }, (_, index) =>
  uuidv5(`former master key ${index + 1}`, PURPOSE_NAMESPACE),
);

/** Master keys that were this installation's before; none where it was never changed. */
export const readFormerKeys = async (db: Db, masterKey: Buffer): Promise<readonly Buffer[]> =>
  (
    await db.$queryRawUnsafe<{ wrapped: string }[]>(
      'SELECT wrapped FROM text_key WHERE id = ANY($1::uuid[])',
      formerKeyIds,
    )
  ).map(({ wrapped }) => unseal(masterKey, wrapped));
