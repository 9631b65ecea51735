import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { makePasswords, serverConfig } from '@madang/nats-infra';
import { madeForDevelopment, secretFiles, withSchema } from './secret-files.ts';

/**
 * Makes the secrets that are missing, once, into volumes, and gives the folders to whom they belong. Runs as root before
 * anything else; secrets that an operator has put there are kept. In production nothing is made unless it is asked for
 * (`--for-production`), and what was made for development is refused.
 */
const readJson = (file: string): Record<string, string> =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
const secret = (): string => randomBytes(24).toString('base64url');

/** Who runs in the images: the house as `node`, Temporal as the first user of its image. */
const HOUSE = 1000;
const keep = (file: string, text: string, mode: number): void => {
  writeFileSync(file, text);
  chmodSync(file, mode);
  chownSync(file, HOUSE, HOUSE);
};

const isProduction = process.env.NODE_ENV === 'production';
const isAsked = process.argv.includes('--for-production');
const all = [...Object.values(secretFiles)].filter((file) => file !== secretFiles.natsConfig);
const lacking = all.filter((file) => !existsSync(file));
const refuse = (why: string): never => {
  console.error(why);
  process.exit(1);
};
const how =
  'docker compose run --rm secrets infra/docker/src/make-secrets.ts --for-production, once and on empty volumes';
if ((isProduction || isAsked) && existsSync(madeForDevelopment))
  refuse(`These secrets were made for development. Make others: ${how}.`);
if (isProduction && !isAsked && lacking.length > 0)
  refuse(
    `In production no secret is made by itself; there is no ${lacking.join(', ')}. Put them there, or: ${how}.`,
  );
if (!isAsked && lacking.length > 0) writeFileSync(madeForDevelopment, new Date().toISOString());
if (isAsked) console.log('Keep a copy of the master key where no backup of this system lies.');

const natsPasswords = makePasswords(readJson(secretFiles.natsUsers));
keep(secretFiles.natsUsers, JSON.stringify(natsPasswords), 0o600);
const known = readJson(secretFiles.databaseRoles);
const roles = Object.fromEntries(withSchema.map((role) => [role, known[role] ?? secret()]));
keep(secretFiles.databaseRoles, JSON.stringify(roles), 0o600);
if (!existsSync(secretFiles.masterKey))
  keep(secretFiles.masterKey, randomBytes(32).toString('base64'), 0o600);
if (!existsSync(secretFiles.postgresPassword)) keep(secretFiles.postgresPassword, secret(), 0o644);
if (!existsSync(secretFiles.temporalPassword)) keep(secretFiles.temporalPassword, secret(), 0o644);
keep(
  secretFiles.natsConfig,
  serverConfig({
    storeDir: '/data',
    host: '0.0.0.0',
    port: 4222,
    monitorPort: 8222,
    passwords: natsPasswords,
  }),
  0o644,
);
for (const folder of ['/secrets', '/temporal-data', '/var/madang']) chownSync(folder, HOUSE, HOUSE);
chmodSync('/secrets', 0o700);
console.log('secrets are there');
