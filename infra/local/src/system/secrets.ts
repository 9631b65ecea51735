import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePasswords } from '@madang/nats-infra';

/** The secrets of one development system, made once and kept in its folder, readable by its owner alone. */
export type Secrets = {
  readonly databasePasswords: Readonly<Record<string, string>>;
  readonly natsPasswords: Readonly<Record<string, string>>;
  /** JSON file {user: password}. */
  readonly natsUsersFile: string;
  /** 32 random bytes, base64. */
  readonly masterKeyFile: string;
};

const readJson = (file: string): Readonly<Record<string, string>> =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};

const writeSecret = (file: string, text: string): void => writeFileSync(file, text, { mode: 0o600 });

/** Reads the secrets, making those that are missing. */
export const prepareSecrets = (home: string, databaseRoles: readonly string[]): Secrets => {
  const folder = join(home, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A NATS server that runs elsewhere has its own users.
  const given = process.env.MADANG_NATS_URL ? process.env.MADANG_NATS_USERS : undefined;
  const natsUsersFile = given || join(folder, 'nats-users.json');
  const natsPasswords = given ? readJson(given) : makePasswords(readJson(natsUsersFile));
  if (!given) writeSecret(natsUsersFile, JSON.stringify(natsPasswords, null, 2));

  const databaseFile = join(folder, 'database-roles.json');
  const present = readJson(databaseFile);
  const made = databaseRoles.map(
    (role) => [role, present[role] ?? randomBytes(24).toString('base64url')] as const,
  );
  const databasePasswords = { ...present, ...Object.fromEntries(made) };
  writeSecret(databaseFile, JSON.stringify(databasePasswords, null, 2));

  const masterKeyFile = join(folder, 'master-key');
  if (!existsSync(masterKeyFile)) writeSecret(masterKeyFile, randomBytes(32).toString('base64'));
  return { databasePasswords, natsPasswords, natsUsersFile, masterKeyFile };
};
