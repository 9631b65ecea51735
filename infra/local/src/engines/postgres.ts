import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inContainer } from './container.ts';
import { type Engine, engineOf, foreignEngine, type Narrate } from './engine.ts';
import { wantsContainers } from './find/find-engine.ts';
import { run } from './find/run.ts';
import { demandFreePort, freePort } from './free-port.ts';
import { ownProcess, type ProcessPlan } from './owned-process.ts';
import { postgresBinaries, postgresUser } from './postgres-binaries.ts';
import { clearStaleLock, postgresData } from './postgres-data.ts';

export type PostgresOptions = {
  /** The folder of this engine: data, password, log, pid file. */
  readonly dir: string;
  readonly port?: number | undefined;
  readonly log?: Narrate | undefined;
  /** Told when the engine ends without having been asked to. */
  readonly onDeath?: ((how: string) => void) | undefined;
};

export type PostgresEngine = Engine & {
  /** Of the superuser, database `postgres`. */
  readonly url: string;
  readonly dataDir: string;
  readonly logFile: string;
};

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  max_connections: '200',
  shared_buffers: '64MB',
  // A service that hangs in a transaction is a fault to see, not a lock for ever.
  idle_in_transaction_session_timeout: '60s',
  log_timezone: 'UTC',
  timezone: 'UTC',
};

const flags = (port: number, changed: Readonly<Record<string, string>> = {}): readonly string[] => [
  ...['-p', String(port)],
  ...Object.entries({ ...settings, ...changed }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {}); // the outcome of connect and query says it all
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } finally {
    await client.end();
  }
};

const explain = (tail: string): string | undefined => {
  if (/lock file .* already exists/.test(tail))
    return 'Another PostgreSQL works on this data folder: stop it first.';
  if (/shared memory block .* still in use/.test(tail))
    return 'A killed PostgreSQL has not ended fully: try again.';
  if (/Address already in use/.test(tail))
    return 'Its port is taken: free it, or choose others with MADANG_PORT_BASE.';
  if (/No space left on device/.test(tail)) return 'The disk is full.';
  return undefined;
};

const containerPassword = (dir: string): string => {
  const file = join(dir, 'password');
  mkdirSync(dir, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
};

const logOf = (dir: string): string => join(dir, 'postgres.log');

type How = Partial<ProcessPlan> & Pick<ProcessPlan, 'command' | 'args'>;
type Prepared = { readonly how: How; readonly password: string; readonly folder: string };

const fromImage = async (dir: string, port: number, narrate: Narrate): Promise<Prepared> => {
  if (!(await run('docker', ['info'], { timeout: 20_000 })).ok) {
    throw new Error(
      `PostgreSQL is to run in a container (npm has none for ${process.platform}-${process.arch}, or MADANG_ENGINES asks for it), and docker does not answer. ` +
        'Name one that runs with MADANG_POSTGRES_URL, or start Docker.',
    );
  }
  const folder = join(dir, 'data');
  mkdirSync(folder, { recursive: true });
  const password = containerPassword(dir);
  const args = ['postgres', ...flags(5432, { listen_addresses: '*', unix_socket_directories: '/tmp' })];
  const env = { POSTGRES_PASSWORD: password };
  const ports = [[port, 5432]] as const;
  const image = 'postgres:18';
  narrate(`PostgreSQL: in a container (${image})`);
  const how = inContainer({
    image,
    dir,
    logFile: logOf(dir),
    ports,
    mounts: [[folder, '/var/lib/postgresql']],
    env,
    args,
  });
  return { how, password, folder };
};

const prepare = async (dir: string, port: number, narrate: Narrate): Promise<Prepared> => {
  if (wantsContainers()) return fromImage(dir, port, narrate);
  const user = postgresUser();
  const binaries = postgresBinaries(user, narrate);
  if (binaries === undefined) return fromImage(dir, port, narrate);
  const { folder, password, owner } = postgresData(binaries, dir, user, narrate);
  const how: How = {
    command: binaries.postgres,
    args: ['-D', folder, ...flags(port)],
    cwd: '/',
    user: owner,
    beforeStart: () => clearStaleLock(folder, narrate),
  };
  return { how, password, folder };
};

/** Starts PostgreSQL, or takes the one that MADANG_POSTGRES_URL names. */
export const startPostgres = async (options: PostgresOptions): Promise<PostgresEngine> => {
  const given = process.env.MADANG_POSTGRES_URL;
  const logFile = logOf(options.dir);
  if (given) {
    await answers(given).catch((error: Error) => {
      const { host } = new URL(given);
      throw new Error(
        `PostgreSQL at ${host}, named by MADANG_POSTGRES_URL, does not answer: ${error.message}`,
        {
          cause: error,
        },
      );
    });
    return { ...foreignEngine('PostgreSQL'), url: given, dataDir: join(options.dir, 'data'), logFile };
  }

  const port = options.port ?? (await freePort());
  await demandFreePort(port, 'PostgreSQL');
  const { how, password, folder } = await prepare(options.dir, port, options.log ?? (() => {}));
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const postgres = ownProcess({
    ...how,
    name: 'PostgreSQL',
    logFile,
    pidFile: join(options.dir, 'postgres.pid'),
    onDeath: options.onDeath,
    stopSignal: 'SIGINT', // fast: open transactions are rolled back, everything is written
    grace: 30_000,
    readyWithin: 120_000,
    ready: () => answers(url),
    explain,
  });
  await postgres.start();
  return engineOf(postgres, { url, dataDir: folder, logFile });
};
