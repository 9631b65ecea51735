import { chownSync, readFileSync, statSync } from 'node:fs';
import { secretFiles } from './secrets/secret-files.ts';

/** The operator's command in its container: takes the folders it writes to into use, then works as `node`, told where everything is. */
const HOUSE = 1000;
if (process.getuid?.() === 0) {
  // A folder that Docker made for a mount belongs to root; one that somebody made is theirs to give.
  for (const folder of ['/backups', '/engine-secrets'])
    if (statSync(folder, { throwIfNoEntry: false })?.uid === 0) chownSync(folder, HOUSE, HOUSE);
  process.setgroups?.([HOUSE]);
  process.setgid?.(HOUSE);
  process.setuid?.(HOUSE);
}
const password = encodeURIComponent(readFileSync(secretFiles.postgresPassword, 'utf8').trim());
const told: Readonly<Record<string, string>> = {
  MADANG_ADMIN_DATABASE_URL: `postgresql://postgres:${password}@postgres:5432/madang`,
  MADANG_ADMIN_PASSWORD_FILE: secretFiles.postgresPassword,
  MADANG_DATABASE_ROLES: secretFiles.databaseRoles,
  MADANG_TEMPORAL_PASSWORD_FILE: secretFiles.temporalPassword,
  MADANG_MASTER_KEY_FILE: secretFiles.masterKey,
  MADANG_NATS_URL: 'nats://nats:4222',
  MADANG_NATS_USERS: secretFiles.natsUsers,
  MADANG_TEMPORAL_ADDRESS: 'temporal:7233',
  MADANG_HEALTH_URL: 'http://{process}:8081/ready',
  MADANG_SECRETS: '/secrets',
};
for (const [key, value] of Object.entries(told)) process.env[key] ??= value;
// `keep` is not imported by name: it stands on everything that an image has, and nothing stands on it.
await import(new URL('../../keep/src/madang.ts', import.meta.url).href);
