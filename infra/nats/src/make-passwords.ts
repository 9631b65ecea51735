import { randomBytes } from 'node:crypto';
import { users } from './walls.ts';

/** Fresh passwords for every user, keeping those that are there. */
export const makePasswords = (present: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(users.map(({ user }) => [user, present[user] ?? randomBytes(24).toString('base64url')]));
