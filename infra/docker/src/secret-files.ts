/** Where the secrets of a composition lie in its containers. */
export const secretFiles = {
  /** For the processes of the house alone. */
  masterKey: '/secrets/master-key',
  natsUsers: '/secrets/nats-users.json',
  databaseRoles: '/secrets/database-roles.json',
  /** Also for the engines. */
  postgresPassword: '/engine-secrets/postgres-password',
  temporalPassword: '/engine-secrets/temporal-password',
  natsConfig: '/engine-secrets/nats.conf',
} as const;

/** Lies beside secrets that were made by themselves: production refuses them. */
export const madeForDevelopment = '/secrets/made-for-development';

/** Services with a schema of their own. */
export const withSchema = ['forums', 'commitments', 'ministries', 'people', 'portal'] as const;
