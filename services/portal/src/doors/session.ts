import { createHmac, createSecretKey, randomUUID, timingSafeEqual } from 'node:crypto';
import { Actor } from '@madang/contracts';
import { z } from 'zod';

/** What the development sign-in takes. `process` is the clock's and can never be signed in as. */
export const SignIn = z.strictObject({
  personId: z.uuid().lowercase(),
  roles: z.array(Actor.shape.roles.element.exclude(['process'])).min(1),
  institutionId: z.uuid().lowercase().optional(),
});

export type Sessions = {
  readonly issue: (actor: Actor) => string;
  readonly read: (token: string | undefined) => Actor | undefined;
};

const HOURS = 12;

/** Signed tokens that carry a pseudonymous actor and nothing about the person; good for twelve hours. */
export const sessions = (secret: Buffer): Sessions => {
  const key = createSecretKey(secret);
  const sign = (text: string): Buffer => createHmac('sha256', key).update(`session ${text}`).digest();
  return {
    issue: (actor) => {
      const text = Buffer.from(JSON.stringify({ actor, until: Date.now() + HOURS * 3_600_000 })).toString(
        'base64url',
      );
      return `${text}.${sign(text).toString('base64url')}`;
    },
    read: (token) => {
      const [text, signature] = (token ?? '').split('.');
      if (!text || !signature) return undefined;
      const given = Buffer.from(signature, 'base64url');
      const right = sign(text);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      const { actor, until } = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as {
        actor: unknown;
        until: number;
      };
      return until > Date.now() ? Actor.parse(actor) : undefined;
    },
  };
};

/** Somebody who has not signed in: a citizen under a pseudonym of the moment. */
export const anonymous = (): Actor => ({ id: randomUUID(), roles: ['citizen'] });
