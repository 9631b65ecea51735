import { accountsConfig, makePasswords, services } from '@madang/nats-infra';

/** A Secret of Kubernetes with its values in clear, as `kubectl apply` takes it. */
export type Secret = {
  readonly apiVersion: 'v1';
  readonly kind: 'Secret';
  readonly metadata: { readonly name: string };
  readonly type: 'Opaque';
  readonly stringData: Readonly<Record<string, string>>;
};

/** Who has a schema and a role in the database. */
export const withSchema: readonly string[] = [...services, 'portal'];

const names = {
  natsServer: 'madang-nats-server',
  natsUsers: 'madang-nats-users',
  databaseRoles: 'madang-database-roles',
  masterKey: 'madang-master-key',
} as const;

const secret = (name: string, stringData: Readonly<Record<string, string>>): Secret => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name },
  type: 'Opaque',
  stringData,
});

/** The users of one process: `forums-events` and `forums-answers` belong to `forums`, `infra` to itself. */
const processOf = (user: string): string => user.replace(/-(events|answers|asks)$/, '');

const grouped = (passwords: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const byProcess = Object.groupBy(Object.entries(passwords), ([user]) => processOf(user));
  return Object.fromEntries(
    Object.entries(byProcess).map(([process, users = []]) => [
      `${process}.json`,
      JSON.stringify(Object.fromEntries(users)),
    ]),
  );
};

const held = (kept: readonly Secret[], name: string): Readonly<Record<string, string>> =>
  kept.find(({ metadata }) => metadata.name === name)?.stringData ?? {};

const knownUsers = (kept: readonly Secret[]): Readonly<Record<string, string>> =>
  Object.assign({}, ...Object.values(held(kept, names.natsUsers)).map((text) => JSON.parse(text)));

/**
 * Every Secret that the charts ask for, but those that come from elsewhere: the sign-in provider, the mail server, the
 * database's administrator. Each process sees its own users of NATS alone.
 * @param kept what was made before; whatever stands in it stays, what is missing is made
 * @param random so many bytes of chance, in base64url and in base64
 */
export const clusterSecrets = (
  kept: readonly Secret[],
  random: { readonly password: () => string; readonly key: () => string },
): readonly Secret[] => {
  const passwords = makePasswords(knownUsers(kept));
  const roles = held(kept, names.databaseRoles);
  return [
    secret(names.natsServer, {
      'accounts.conf': accountsConfig(passwords),
      'routes-password': held(kept, names.natsServer)['routes-password'] ?? random.password(),
    }),
    secret(names.natsUsers, grouped(passwords)),
    secret(
      names.databaseRoles,
      Object.fromEntries(withSchema.map((role) => [role, roles[role] ?? random.password()])),
    ),
    secret(names.masterKey, { 'master-key': held(kept, names.masterKey)['master-key'] ?? random.key() }),
  ];
};
