import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDatabase, urlOfDatabase, withClient } from '@madang/postgres-infra';
import { migrationsDirOf, WITH_SCHEMA } from './house.ts';
import { readKey } from './master-key.ts';

/** Where an installation keeps what is to be kept. */
export type AtHand = {
  /** Address of a superuser in Madang's database. */
  readonly databaseUrl: string;
  readonly masterKey: Buffer;
  readonly masterKeyFile: string;
  readonly evidenceDir: string;
  readonly close: () => Promise<void>;
};
const DATABASE = 'madang';

/** Whether PostgreSQL answers there. */
export const runs = (url: string): Promise<boolean> => withClient(url, async () => true).catch(() => false);

/** Address of the PostgreSQL of this machine's installation, whether it runs or not. */
export const localDatabaseUrl = (home: string, port: number): string => {
  const file = join(home, 'postgres', 'password');
  const password = existsSync(file) ? `:${readFileSync(file, 'utf8').trim()}` : '';
  return `postgresql://postgres${password}@127.0.0.1:${port}/${DATABASE}`;
};

/** The installation in a folder of this machine; starts its PostgreSQL for as long as it is needed, unless it runs. */
export const localInstallation = async (home?: string, port?: number): Promise<AtHand> => {
  // Engines of one's own are nothing that an image has.
  const { fixedPorts, startPostgres, usualHome } = await import('@madang/local');
  const at = home ?? usualHome();
  const masterKeyFile = process.env.MADANG_MASTER_KEY_FILE || join(at, 'secrets', 'master-key');
  const here = {
    masterKey: readKey(masterKeyFile),
    ...{ masterKeyFile, evidenceDir: join(at, 'evidence') },
  };
  const running = localDatabaseUrl(at, port ?? fixedPorts().postgres);
  if (await runs(running)) return { ...here, databaseUrl: running, close: async () => {} };
  mkdirSync(at, { recursive: true });
  const passwords = rolesIn(at);
  const engine = await startPostgres({ dir: join(at, 'postgres') });
  await prepareDatabase({
    adminUrl: engine.url,
    database: DATABASE,
    services: WITH_SCHEMA.map((name) => ({
      name,
      migrationsDir: migrationsDirOf(name),
      password: passwords[name] ?? '',
    })),
  });
  return { ...here, databaseUrl: urlOfDatabase(engine.url, DATABASE), close: () => engine.stop() };
};

const rolesIn = (home: string): Readonly<Record<string, string>> => {
  const file = join(home, 'secrets', 'database-roles.json');
  if (!existsSync(file))
    throw new Error(
      `There are no secrets in ${home}: start the empty system once, or bring its folder "secrets".`,
    );
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
};
