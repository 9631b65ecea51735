import { z } from 'zod';
import { command, event, query } from '../kernel/define.ts';
import { Id } from '../kernel/primitives.ts';

/**
 * A way in at a sign-in provider, as a pseudonym: the portal makes it by a keyed hash of issuer and subject, so that nothing
 * of the provider's is in an event. Until it is linked, the person it stands for has the same id.
 */
export const SignInOutcome = z.enum(['signed-in', 'no-role']);

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
export const PersonOfSignIn = query(
  'people.person-of-sign-in.v1',
  ['process'],
  'For whom a way in stands.',
  z.strictObject({ signInId: Id }),
  z.object({ signInId: Id, personId: Id, linked: z.boolean() }),
);
