import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DoctorOptions } from './doctor/examine.ts';
import { migrationsDirOf, PROCESSES, WITH_SCHEMA } from './house.ts';
import { localDatabaseUrl } from './local-installation.ts';

const usersIn = (file: string): Readonly<Record<string, string>> =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};

/** Where the parts of this machine's installation are unless the environment says otherwise. */
const onThisMachine = async () => {
  const { fixedPorts, usualHome } = await import('@madang/local');
  const [home, ports] = [usualHome(), fixedPorts()];
  return {
    home,
    databaseUrl: localDatabaseUrl(home, ports.postgres),
    natsUrl: `nats://127.0.0.1:${ports.nats}`,
    temporalAddress: `127.0.0.1:${ports.temporal}`,
    health: (_name: string, index: number) => `http://127.0.0.1:${ports.health + index}/ready`,
  };
};

/** In containers, where everything has a name: MADANG_HEALTH_URL says `{process}` where a process's name goes. */
const named = (healthUrl: string) => ({
  home: process.env.MADANG_HOME ?? '.madang',
  ...{ databaseUrl: '', natsUrl: '', temporalAddress: '' },
  health: (name: string) => healthUrl.replace('{process}', name),
});

/** Everything that a doctor looks at, by the environment or in the folder of this machine's installation. */
export const whereToLook = async (): Promise<DoctorOptions> => {
  const { env } = process;
  const usual = env.MADANG_HEALTH_URL ? named(env.MADANG_HEALTH_URL) : await onThisMachine();
  const secretsDir = env.MADANG_SECRETS || join(usual.home, 'secrets');
  return {
    databaseUrl: env.MADANG_ADMIN_DATABASE_URL || usual.databaseUrl,
    nats: {
      url: env.MADANG_NATS_URL || usual.natsUrl,
      passwords: usersIn(env.MADANG_NATS_USERS || join(secretsDir, 'nats-users.json')),
    },
    temporal: {
      address: env.MADANG_TEMPORAL_ADDRESS || usual.temporalAddress,
      namespace: env.MADANG_TEMPORAL_NAMESPACE || 'default',
    },
    health: Object.fromEntries(PROCESSES.map((name, index) => [name, usual.health(name, index)])),
    migrations: Object.fromEntries(WITH_SCHEMA.map((name) => [name, migrationsDirOf(name)])),
    secretsDir,
    masterKeyFile: env.MADANG_MASTER_KEY_FILE || join(secretsDir, 'master-key'),
    home: usual.home,
  };
};
