import { z } from 'zod';
import { command, event, query } from '../kernel/define.ts';
import { Day, Id } from '../kernel/primitives.ts';
import { Role } from '../kernel/roles.ts';

/**
 * A way in at a sign-in provider, as a pseudonym: the portal makes it by a keyed hash of issuer and subject, so that nothing
 * of the provider's is in an event. Until it is linked, the person it stands for has the same id.
 */
export const SignInOutcome = z.enum(['signed-in', 'no-role', 'believed']);
/** Why nobody came in: nobody began it here, the provider said no or was away, or what it answered does not hold. */
export const RefusedSignIn = z.enum(['not-begun-here', 'provider-refused', 'provider-away', 'not-valid']);
/** Why a session ended. */
export const SessionEnding = z.enum([
  'signed-out',
  'ended-elsewhere',
  'role-ended',
  'person-erased',
  'left-idle',
  'grown-old',
]);

export const LinkSignIn = command(
  'people.link-sign-in.v1',
  ['secretariat', 'operator'],
  'Let a way in at a provider stand for a person who has an account.',
  z.strictObject({ forumId: Id, signInId: Id, personId: Id }),
);
/** Asked by the portal when a provider has vouched for somebody. */
export const RecordSignIn = command(
  'people.record-sign-in.v1',
  ['process'],
  'Record that somebody signed in, or came without a role.',
  z.strictObject({ forumId: Id, attemptId: Id, signInId: Id, personId: Id, outcome: SignInOutcome }),
);
export const RecordRefusedSignIn = command(
  'people.record-refused-sign-in.v1',
  ['process'],
  'Record that somebody tried to sign in and did not come in; who it was is not known.',
  z.strictObject({ forumId: Id, attemptId: Id, why: RefusedSignIn }),
);
export const RecordSessionEnd = command(
  'people.record-session-end.v1',
  ['process'],
  'Record that a session ended, and why.',
  z.strictObject({ forumId: Id, sessionId: Id, personId: Id, why: SessionEnding }),
);
export const SignInLinked = event(
  'people.sign-in.linked.v1',
  'A way in stands for a person.',
  z.object({ forumId: Id, signInId: Id, personId: Id }),
);
export const SignInAttempted = event(
  'people.sign-in.attempted.v1',
  'Somebody came in by a provider.',
  z.object({ forumId: Id, attemptId: Id, signInId: Id, personId: Id, outcome: SignInOutcome }),
);
export const SignInRefused = event(
  'people.refused-sign-in.recorded.v1',
  'Somebody tried to sign in and did not come in.',
  z.object({ forumId: Id, attemptId: Id, why: RefusedSignIn }),
);
export const SessionEnded = event(
  'people.session.ended.v1',
  'A session ended.',
  z.object({ forumId: Id, sessionId: Id, personId: Id, why: SessionEnding }),
);
/** Asked by the portal at sign-in and while a session runs: no name and no address goes with it. */
export const RolesOf = query(
  'people.roles-of.v1',
  ['process'],
  'For whom a way in stands, and the roles that hold for that person on a day.',
  z.strictObject({ signInId: Id, on: Day }),
  z.object({
    personId: Id,
    hasAccount: z.boolean(),
    erased: z.boolean(),
    roles: z.array(z.object({ forumId: Id, role: Role, institutionId: Id.nullable() })),
  }),
);
export const PersonOfSignIn = query(
  'people.person-of-sign-in.v1',
  ['process'],
  'For whom a way in stands.',
  z.strictObject({ signInId: Id }),
  z.object({ signInId: Id, personId: Id, linked: z.boolean() }),
);
