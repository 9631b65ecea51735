import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder, secretFiles, withSchema } from './secret-files.ts';

type Parts = Readonly<Record<string, string | undefined>>;
type Passwords = Readonly<Record<string, string>>;

const read = (file: string): string => readFileSync(file, 'utf8');
const passwordsIn = (file: string): Passwords => JSON.parse(read(file)) as Passwords;
const only = (passwords: Passwords, fits: (name: string) => boolean): string =>
  JSON.stringify(Object.fromEntries(Object.entries(passwords).filter(([name]) => fits(name))));

/** A secret that an operator gives as a file, which compose mounts; empty is none. */
const given = (name: string): string | undefined => {
  const file = join(process.env.MADANG_GIVEN_SECRETS ?? '/run/secrets', name);
  return (existsSync(file) && read(file).trim()) || undefined;
};

/** What each process may know: its own users of NATS, its own role, and the master key where texts or names are kept. */
export const partsOf = (): Readonly<Record<string, Parts>> => {
  const [users, roles] = [passwordsIn(secretFiles.natsUsers), passwordsIn(secretFiles.databaseRoles)];
  const usersOf = (name: string): string => only(users, (user) => user.startsWith(`${name}-`));
  const service = (name: string): Parts => ({
    'nats-users.json': usersOf(name),
    'database-roles.json': only(roles, (role) => role === name),
    'master-key': read(secretFiles.masterKey),
  });
  return {
    ...Object.fromEntries(withSchema.map((name) => [name, service(name)])),
    people: { ...service('people'), 'smtp-url': given('smtp-url') },
    portal: { ...service('portal'), 'oidc-client-secret': given('oidc-client-secret') },
    workflows: { 'nats-users.json': usersOf('workflows'), 'database-roles.json': '{}' },
    prepare: {
      'nats-users.json': only(users, (user) => user === 'infra'),
      'database-roles.json': read(secretFiles.databaseRoles),
    },
  };
};

/** Each process and the files of its folder; undefined for what it is to have no longer. */
export const ownFiles = (): readonly (readonly [folder: string, files: Parts])[] =>
  Object.entries(partsOf()).map(([name, parts]) => [ownFolder(name), parts]);
