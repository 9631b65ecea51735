import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';

/** A value that a browser keeps for us, signed for one purpose and for a while; read by its schema, or not at all. */
export const signedCookie = <T>(secret: Buffer, purpose: string, schema: z.ZodType<T>, seconds: number) => {
  const key = createSecretKey(secret);
  const sign = (text: string): Buffer => createHmac('sha256', key).update(`${purpose} ${text}`).digest();
  return {
    seconds,
    write: (value: T): string => {
      const held = { value, until: Date.now() + seconds * 1000 };
      const text = Buffer.from(JSON.stringify(held)).toString('base64url');
      return `${text}.${sign(text).toString('base64url')}`;
    },
    read: (given: string | undefined): T | undefined => {
      const [text, signature] = (given ?? '').split('.');
      if (!text || !signature) return undefined;
      const [is, right] = [Buffer.from(signature, 'base64url'), sign(text)];
      if (is.length !== right.length || !timingSafeEqual(is, right)) return undefined;
      const held = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as {
        readonly value: unknown;
        readonly until: number;
      };
      const value = schema.safeParse(held.value);
      return held.until > Date.now() && value.success ? value.data : undefined;
    },
  };
};
