import { canonical } from './canonical.ts';
import { keyedHash } from './sealing.ts';
import type { Submission } from './types.ts';

/**
 * By what a command's body is known again: its hash under the master key, and under those that were the master key before,
 * so that a command asked again after a rotation gets the answer it got.
 */
export const bodyHashes = (
  keys: { readonly masterKey: Buffer; readonly formerKeys?: readonly Buffer[] | undefined },
  asked: { readonly type: string; readonly body: unknown },
): Pick<Submission, 'bodyHash' | 'formerHashes'> => {
  const text = canonical(asked);
  return {
    bodyHash: keyedHash(keys.masterKey, text),
    formerHashes: (keys.formerKeys ?? []).map((key) => keyedHash(key, text)),
  };
};
