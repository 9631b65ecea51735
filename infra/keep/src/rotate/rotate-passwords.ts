import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { crashPoint } from '@madang/messaging';
import { makePasswords } from '@madang/nats-infra';
import { withClient } from '@madang/postgres-infra';
import { demandIdle } from '../idle.ts';
import { writeSecret } from '../write-secret.ts';

export type PasswordRotation = {
  /** Address of a superuser in Madang's database; undefined where PostgreSQL does not run, and so nothing does. */
  readonly databaseUrl: string | undefined;
  /** Where its password lies, if it is to be changed too. */
  readonly adminPasswordFile?: string | undefined;
  /** JSON files {role: password} and {user: password}. */
  readonly databaseRolesFile: string;
  readonly natsUsersFile: string;
  /** Temporal's own password in its production form. */
  readonly temporalPasswordFile?: string | undefined;
  readonly log?: ((line: string) => void) | undefined;
};

const WRONG_PASSWORD = '28P01';
const fresh = (): string => randomBytes(24).toString('base64url');
const read = (file: string): string => readFileSync(file, 'utf8').trim();
const keysIn = (file: string): readonly string[] => Object.keys(JSON.parse(read(file)) as object);

const withPassword = (url: string, password: string): string => {
  const changed = new URL(url);
  changed.password = encodeURIComponent(password);
  return changed.href;
};
const takes = (url: string): Promise<boolean> =>
  withClient(url, async () => true).catch((fault: { readonly code?: string }) => {
    if (fault.code === WRONG_PASSWORD) return false;
    throw fault;
  });

/**
 * The address under which the administrator is let in: by its file, or by the next one, if whoever changed it was killed after
 * it had told PostgreSQL.
 */
export const adminUrl = async (databaseUrl: string, passwordFile: string): Promise<string> => {
  const now = withPassword(databaseUrl, read(passwordFile));
  const nextFile = `${passwordFile}.next`;
  if (!existsSync(nextFile) || (await takes(now))) return now;
  return withPassword(databaseUrl, read(nextFile));
};

/** Tells PostgreSQL another password of its administrator. Killed in between, it goes on with the same when it is run again. */
const changeAdmin = async (url: string, file: string): Promise<void> => {
  const nextFile = `${file}.next`;
  if (!existsSync(nextFile)) writeSecret(nextFile, fresh());
  const next = read(nextFile);
  await withClient(url, (client) =>
    client.query(
      `ALTER ROLE ${client.escapeIdentifier(new URL(url).username)} PASSWORD ${client.escapeLiteral(next)}`,
    ),
  );
  crashPoint('password-after-told');
  writeSecret(file, next);
  rmSync(nextFile);
};

/**
 * Makes other passwords for the database's administrator and roles and for every user of NATS, while nothing runs. The
 * administrator's is told to PostgreSQL at once; the others are told to the engines at the next start, as they are at every start.
 */
export const rotatePasswords = async (options: PasswordRotation): Promise<void> => {
  const { databaseUrl, adminPasswordFile, databaseRolesFile, natsUsersFile, log = () => {} } = options;
  if (databaseUrl) {
    const url = adminPasswordFile ? await adminUrl(databaseUrl, adminPasswordFile) : databaseUrl;
    await withClient(url, (client) => demandIdle(client, 'passwords are changed'));
    if (adminPasswordFile) {
      await changeAdmin(url, adminPasswordFile);
      log('PostgreSQL has another password of its administrator.');
    }
  }
  const roles = keysIn(databaseRolesFile);
  writeSecret(
    databaseRolesFile,
    JSON.stringify(Object.fromEntries(roles.map((role) => [role, fresh()])), null, 2),
  );
  const users = makePasswords();
  writeSecret(natsUsersFile, JSON.stringify(users, null, 2));
  log(`${roles.length} roles and ${Object.keys(users).length} users of NATS have others at the next start.`);
  const { temporalPasswordFile } = options;
  if (temporalPasswordFile && existsSync(temporalPasswordFile)) {
    writeSecret(temporalPasswordFile, fresh());
    log('Temporal has another at the next start.');
  }
};
