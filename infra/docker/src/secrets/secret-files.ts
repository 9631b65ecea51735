import { join } from 'node:path';

const {
  MADANG_SECRETS = '/secrets',
  MADANG_ENGINE_SECRETS = '/engine-secrets',
  MADANG_OWN_SECRETS = '/own-secrets',
} = process.env;
const house = (name: string): string => join(MADANG_SECRETS, name);
const engines = (name: string): string => join(MADANG_ENGINE_SECRETS, name);

/** Where the secrets of a composition lie in its containers. */
export const secretFiles = {
  /** In the volume `secrets`, of which each process of the house is given its own part. */
  masterKey: house('master-key'),
  natsUsers: house('nats-users.json'),
  databaseRoles: house('database-roles.json'),
  /** Also for the engines. */
  postgresPassword: engines('postgres-password'),
  temporalPassword: engines('temporal-password'),
  natsConfig: engines('nats.conf'),
} as const;

/** The folder in which a process finds its part, as whoever makes the secrets sees it. */
export const ownFolder = (process: string): string => join(MADANG_OWN_SECRETS, process);

/** Lies beside secrets that were made by themselves: production refuses them. */
export const madeForDevelopment = house('made-for-development');

/** Services with a schema of their own. */
export const withSchema = ['forums', 'commitments', 'ministries', 'people', 'portal'] as const;
