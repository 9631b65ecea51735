import { seal, unseal } from '@madang/record';

/** Gives a wrapped key under the next master key; undefined when it lies under that already. @throws when it opens under neither */
export type Rewrap = (wrapped: string) => string | undefined;

const opened = (masterKey: Buffer, wrapped: string): Buffer | undefined => {
  try {
    return unseal(masterKey, wrapped);
  } catch {
    return undefined;
  }
};

export const rewrapping =
  (old: Buffer, next: Buffer): Rewrap =>
  (wrapped) => {
    const key = opened(old, wrapped);
    if (key) return seal(next, key);
    if (opened(next, wrapped)) return undefined;
    throw new Error('a key opens neither under the old master key nor under the next one');
  };
