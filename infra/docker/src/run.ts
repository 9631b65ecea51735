import { readFileSync } from 'node:fs';
import { secretFiles } from './secrets/secret-files.ts';

/** Runs one process of the house in its container: reads its secrets from files and tells it where the engines are. */
const name = process.argv[2] ?? '';
const houses = ['forums', 'commitments', 'ministries', 'people', 'portal', 'workflows'];
if (!houses.includes(name)) throw new Error(`give one of ${houses.join(', ')}`);
const roles = JSON.parse(readFileSync(secretFiles.databaseRoles, 'utf8')) as Record<string, string>;
const database = `postgresql://${name}:${encodeURIComponent(roles[name] ?? '')}@postgres:5432/madang`;
const told: Readonly<Record<string, string>> = {
  MADANG_SERVICE: name,
  MADANG_HEALTH_PORT: '8081',
  MADANG_NATS_URL: 'nats://nats:4222',
  MADANG_NATS_USERS: secretFiles.natsUsers,
  MADANG_TEMPORAL_ADDRESS: 'temporal:7233',
  // The clock keeps no text and no name, so it has no key.
  ...(name === 'workflows' ? {} : { MADANG_MASTER_KEY_FILE: secretFiles.masterKey }),
  ...(name in roles ? { MADANG_DATABASE_URL: database } : {}),
};
for (const [key, value] of Object.entries(told)) process.env[key] ??= value;
const folder = name === 'workflows' ? 'workflows' : `services/${name}`;
// The pages find their settings beside themselves.
process.chdir(new URL(`../../../${folder}`, import.meta.url).pathname);
await import(new URL(`../../../${folder}/src/main.ts`, import.meta.url).href);
