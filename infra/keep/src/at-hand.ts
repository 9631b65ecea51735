import { join } from 'node:path';
import { type AtHand, localInstallation } from './local-installation.ts';
import { readKey } from './master-key.ts';

/**
 * The installation that MADANG_ADMIN_DATABASE_URL and MADANG_MASTER_KEY_FILE name, or the one of this machine in its
 * folder: its PostgreSQL is used as it runs, or else started for as long as it is needed.
 */
export const installationAtHand = async (home?: string, port?: number): Promise<AtHand> => {
  const { MADANG_ADMIN_DATABASE_URL, MADANG_HOME, MADANG_MASTER_KEY_FILE } = process.env;
  if (!MADANG_ADMIN_DATABASE_URL) return localInstallation(home, port);
  const at = home ?? MADANG_HOME ?? '.madang';
  const masterKeyFile = MADANG_MASTER_KEY_FILE || join(at, 'secrets', 'master-key');
  return {
    databaseUrl: MADANG_ADMIN_DATABASE_URL,
    masterKey: readKey(masterKeyFile),
    masterKeyFile,
    evidenceDir: join(at, 'evidence'),
    close: async () => {},
  };
};
