import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixedPorts, houseProcesses, startPostgres, usualHome } from '@madang/local';
import { prepareDatabase, urlOfDatabase } from '@madang/postgres-infra';
import pg from 'pg';

/** Where an installation keeps what is to be kept. */
export type AtHand = {
  readonly databaseUrl: string;
  readonly masterKey: Buffer;
  readonly evidenceDir: string;
  readonly close: () => Promise<void>;
};
const DATABASE = 'madang';

const readKey = (file: string): Buffer => {
  if (!existsSync(file))
    throw new Error(`There is no master key in ${file}: put the one of this installation there.`);
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
};
const answers = async (connectionString: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined /* it never was open */);
  }
};

/**
 * The installation that MADANG_ADMIN_DATABASE_URL and MADANG_MASTER_KEY_FILE name, or the one of this machine in its
 * folder: its PostgreSQL is used as it runs, or else started for as long as it is needed.
 */
export const installationAtHand = async (
  home = usualHome(),
  port = fixedPorts().postgres,
  { start } = { start: true },
): Promise<AtHand> => {
  const { MADANG_ADMIN_DATABASE_URL, MADANG_MASTER_KEY_FILE } = process.env;
  const evidenceDir = join(home, 'evidence');
  const masterKey = () => readKey(MADANG_MASTER_KEY_FILE || join(home, 'secrets', 'master-key'));
  if (MADANG_ADMIN_DATABASE_URL)
    return {
      databaseUrl: MADANG_ADMIN_DATABASE_URL,
      masterKey: masterKey(),
      evidenceDir,
      close: async () => {},
    };
  const passwordFile = join(home, 'postgres', 'password');
  if (existsSync(passwordFile)) {
    const url = `postgresql://postgres:${readFileSync(passwordFile, 'utf8').trim()}@127.0.0.1:${port}/${DATABASE}`;
    if (await answers(url))
      return { databaseUrl: url, masterKey: masterKey(), evidenceDir, close: async () => {} };
  }
  // Somebody only looks: what does not run is found not to run.
  if (!start)
    return {
      databaseUrl: `postgresql://postgres@127.0.0.1:${port}/${DATABASE}`,
      masterKey: Buffer.alloc(0),
      evidenceDir,
      close: async () => {},
    };
  const key = masterKey();
  mkdirSync(home, { recursive: true });
  const engine = await startPostgres({ dir: join(home, 'postgres') });
  const { passwords, services } = kept(home);
  await prepareDatabase({
    adminUrl: engine.url,
    database: DATABASE,
    services: services.map((one) => ({ ...one, password: passwords[one.name] ?? '' })),
  });
  return {
    databaseUrl: urlOfDatabase(engine.url, DATABASE),
    masterKey: key,
    evidenceDir,
    close: () => engine.stop(),
  };
};

const kept = (home: string) => {
  const file = join(home, 'secrets', 'database-roles.json');
  if (!existsSync(file))
    throw new Error(
      `There are no secrets in ${home}: start the empty system once, or bring its folder "secrets".`,
    );
  return {
    passwords: JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>,
    services: houseProcesses.flatMap(({ name, migrationsDir }) =>
      migrationsDir ? [{ name, migrationsDir }] : [],
    ),
  };
};
