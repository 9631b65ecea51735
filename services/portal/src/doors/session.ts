import { createHmac, createSecretKey, randomUUID, timingSafeEqual } from 'node:crypto';
import { Actor } from '@madang/contracts';
import { z } from 'zod';

/** What the development sign-in takes. `process` is the clock's and can never be signed in as; without `forumIds` the roles hold everywhere. */
export const SignIn = z.strictObject({
  personId: z.uuid().lowercase(),
  roles: z.array(Actor.shape.roles.element.exclude(['process'])).min(1),
  institutionId: z.uuid().lowercase().optional(),
  forumIds: z.array(z.uuid().lowercase()).min(1).max(50).optional(),
});

export const VISITOR_SECONDS = 365 * 24 * 3_600;

export type Pseudonyms = {
  /** A pseudonym for somebody without an account, good for a year on one device. */
  readonly issue: (actor: Actor) => string;
  readonly read: (token: string | undefined) => Actor | undefined;
};
const Held = z.object({ actor: Actor, until: z.number() });

/** Signed tokens that carry a pseudonymous citizen and nothing about the person. */
export const pseudonyms = (secret: Buffer): Pseudonyms => {
  const key = createSecretKey(secret);
  const sign = (text: string): Buffer => createHmac('sha256', key).update(`visitor ${text}`).digest();
  return {
    issue: (actor) => {
      const held = { actor, until: Date.now() + VISITOR_SECONDS * 1_000 };
      const text = Buffer.from(JSON.stringify(held)).toString('base64url');
      return `${text}.${sign(text).toString('base64url')}`;
    },
    read: (token) => {
      const [text, signature] = (token ?? '').split('.');
      if (!text || !signature) return undefined;
      const given = Buffer.from(signature, 'base64url');
      const right = sign(text);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      const held = Held.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
      return held.until > Date.now() ? held.actor : undefined;
    },
  };
};

/** Somebody who has not signed in: a citizen under a pseudonym. */
export const anonymous = (): Actor => ({ id: randomUUID(), roles: ['citizen'] });
