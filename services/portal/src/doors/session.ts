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
  /** A pseudonym for somebody without an account, good for a year on one device. */
  readonly issueVisitor: (actor: Actor) => string;
  readonly readVisitor: (token: string | undefined) => Actor | undefined;
};

const HOUR = 3_600_000;
export const SESSION_SECONDS = 12 * 3_600;
export const VISITOR_SECONDS = 365 * 24 * 3_600;
const Held = z.object({ actor: Actor, until: z.number() });

/** Signed tokens that carry a pseudonymous actor and nothing about the person; a session is good for twelve hours. */
export const sessions = (secret: Buffer): Sessions => {
  const key = createSecretKey(secret);
  const kind = (purpose: 'session' | 'visitor', hours: number) => {
    const sign = (text: string): Buffer => createHmac('sha256', key).update(`${purpose} ${text}`).digest();
    return {
      issue: (actor: Actor): string => {
        const held = { actor, until: Date.now() + hours * HOUR };
        const text = Buffer.from(JSON.stringify(held)).toString('base64url');
        return `${text}.${sign(text).toString('base64url')}`;
      },
      read: (token: string | undefined): Actor | undefined => {
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
  const session = kind('session', 12);
  const visitor = kind('visitor', 365 * 24);
  return {
    issue: session.issue,
    read: session.read,
    issueVisitor: visitor.issue,
    readVisitor: visitor.read,
  };
};

/** Somebody who has not signed in: a citizen under a pseudonym. */
export const anonymous = (): Actor => ({ id: randomUUID(), roles: ['citizen'] });
