import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverConfig } from '@madang/nats-infra';
import { localDatabaseUrl, localInstallation, runs } from '../local-installation.ts';
import type { MasterKeyRotation } from './rotate-master-key.ts';
import { adminUrl, type PasswordRotation } from './rotate-passwords.ts';

/** What an installation has that can be changed. */
export type RotationAtHand = {
  readonly passwords: () => PasswordRotation;
  /** Starts the engines where they do not run. */
  readonly masterKey: () => Promise<MasterKeyRotation>;
  readonly close: () => Promise<void>;
};

const usersIn = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;

const named = (databaseUrl: string): RotationAtHand => {
  const { env } = process;
  const said = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`Say in ${name} where it is.`);
    return value;
  };
  const adminPasswordFile = env.MADANG_ADMIN_PASSWORD_FILE;
  return {
    passwords: () => ({
      databaseUrl,
      adminPasswordFile,
      databaseRolesFile: said('MADANG_DATABASE_ROLES'),
      natsUsersFile: said('MADANG_NATS_USERS'),
      temporalPasswordFile: env.MADANG_TEMPORAL_PASSWORD_FILE,
    }),
    masterKey: async () => ({
      databaseUrl: adminPasswordFile ? await adminUrl(databaseUrl, adminPasswordFile) : databaseUrl,
      masterKeyFile: said('MADANG_MASTER_KEY_FILE'),
      nats: { url: said('MADANG_NATS_URL'), passwords: usersIn(said('MADANG_NATS_USERS')) },
    }),
    close: async () => {},
  };
};

/** NATS as `pnpm start` would run it, on the installation's own streams. */
const ownNats = async (home: string, passwords: Readonly<Record<string, string>>) => {
  const { freePort, startNats } = await import('@madang/local');
  const [port, monitorPort] = [await freePort(), await freePort()];
  const dir = join(home, 'nats');
  const configFile = join(dir, 'rotation.conf');
  mkdirSync(dir, { recursive: true });
  writeFileSync(configFile, serverConfig({ storeDir: join(dir, 'data'), port, monitorPort, passwords }), {
    mode: 0o600,
  });
  return startNats({ dir, configFile, port, monitorPort });
};

const onThisMachine = async (): Promise<RotationAtHand> => {
  const { fixedPorts, usualHome } = await import('@madang/local');
  const [home, ports] = [usualHome(), fixedPorts()];
  const natsUsersFile = join(home, 'secrets', 'nats-users.json');
  const running = localDatabaseUrl(home, ports.postgres);
  const isRunning = await runs(running);
  const undo: (() => Promise<void>)[] = [];
  return {
    passwords: () => ({
      // It listens on this machine alone; its own password is made with its data.
      databaseUrl: isRunning ? running : undefined,
      databaseRolesFile: join(home, 'secrets', 'database-roles.json'),
      natsUsersFile,
    }),
    masterKey: async () => {
      const here = await localInstallation(home, ports.postgres);
      undo.push(here.close);
      const passwords = usersIn(natsUsersFile);
      const { databaseUrl, masterKeyFile } = here;
      if (isRunning)
        return { databaseUrl, masterKeyFile, nats: { url: `nats://127.0.0.1:${ports.nats}`, passwords } };
      const nats = await ownNats(home, passwords);
      undo.push(nats.stop);
      return { databaseUrl, masterKeyFile, nats: { url: nats.url, passwords } };
    },
    close: async () => {
      for (const one of undo.toReversed()) await one();
    },
  };
};

/** What can be changed of the installation that the environment names, or of the one of this machine. */
export const rotationAtHand = async (): Promise<RotationAtHand> => {
  const { MADANG_ADMIN_DATABASE_URL } = process.env;
  return MADANG_ADMIN_DATABASE_URL ? named(MADANG_ADMIN_DATABASE_URL) : onThisMachine();
};
