import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePasswords, serverConfig } from '@madang/nats-infra';
import { madeForDevelopment, secretFiles, withSchema } from './secrets/secret-files.ts';
import { ownFiles } from './secrets/share-out.ts';
import { whatForbids } from './secrets/what-forbids.ts';

/**
 * Makes the secrets that are missing, once, into volumes, and gives each process its own part of them. Runs as root before
 * anything else; secrets that an operator has put there are kept. In production nothing is made unless it is asked for
 * (`--for-production`), and what was made for development is refused.
 */
const readJson = (file: string): Record<string, string> =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
const secret = (): string => randomBytes(24).toString('base64url');

/** Who runs in the images: the house as `node`, Temporal as the first user of its image. */
const HOUSE = 1000;
const give = (place: string): void => {
  // Only root can give away; whoever tries this elsewhere keeps what it makes.
  if (process.getuid?.() === 0) chownSync(place, HOUSE, HOUSE);
};
const keep = (file: string, text: string, mode: number): void => {
  writeFileSync(file, text);
  chmodSync(file, mode);
  give(file);
};

const isProduction = process.env.NODE_ENV === 'production';
const { COMPOSE_PROFILES: profiles = '' } = process.env;
const isAsked = process.argv.includes('--for-production');
const all = [...Object.values(secretFiles)].filter((file) => file !== secretFiles.natsConfig);
const lacking = all.filter((file) => !existsSync(file));
const wereMadeForDevelopment = existsSync(madeForDevelopment);
const forbidden = whatForbids({ isProduction, profiles, isAsked, wereMadeForDevelopment, lacking });
if (forbidden) {
  console.error(forbidden);
  process.exit(1);
}
if (!isProduction && !isAsked && profiles.split(',').includes('production'))
  console.log('Temporal runs in its production form; without MADANG_MODE=production anybody can sign in.');
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
for (const [folder, files] of ownFiles()) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files))
    if (text === undefined) rmSync(join(folder, name), { force: true });
    else keep(join(folder, name), text, 0o600);
  chmodSync(folder, 0o700);
  give(folder);
}
const { MADANG_SECRETS = '/secrets' } = process.env;
for (const folder of [MADANG_SECRETS, '/temporal-data', '/var/madang']) if (existsSync(folder)) give(folder);
chmodSync(MADANG_SECRETS, 0o700);
console.log('secrets are there');
