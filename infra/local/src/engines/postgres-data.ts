import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Narrate } from './engine.ts';
import type { PostgresBinaries, SystemUser } from './postgres-binaries.ts';
import { commandOf, processBirth } from './process-birth.ts';

/** The version whose data folders can be opened. */
export const postgresMajor = '18';

const give = (path: string, user: SystemUser | undefined): void => {
  if (user) chownSync(path, user.uid, user.gid);
};

const canEnter = (folder: string, user: SystemUser | undefined): boolean =>
  user === undefined ||
  spawnSync('/bin/sh', ['-c', 'cd "$1" && test -x .', 'sh', folder], { cwd: '/', ...user }).status === 0;

// Where the user cannot come to the folder, the data lies below /var/lib/madang, and a link says so.
const placeFor = (dir: string, user: SystemUser | undefined, narrate: Narrate): string => {
  const place = join(dir, 'data');
  if (existsSync(place)) return realpathSync(place);
  if (canEnter(dir, user)) return place;
  const elsewhere = join(
    '/var/lib/madang',
    createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 16),
  );
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  narrate(`PostgreSQL's user cannot enter ${dir}; its data lies in ${elsewhere}, linked from there`);
  rmSync(place, { force: true });
  symlinkSync(join(elsewhere, 'data'), place);
  return join(elsewhere, 'data');
};

const initialise = (initdb: string, folder: string, dir: string, user: SystemUser | undefined): void => {
  const half = `${folder}.half`;
  const handed = `${folder}.password`; // readable by the user of PostgreSQL, for as long as initdb runs
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  give(half, user);
  const password = randomBytes(24).toString('base64url');
  writeFileSync(join(dir, 'password'), password, { mode: 0o600 });
  writeFileSync(handed, password, { mode: 0o600 });
  give(handed, user);
  const args = [`--pgdata=${half}`, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${handed}`];
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums'];
  try {
    execFileSync(initdb, [...args, ...locale], { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], ...user });
    renameSync(half, folder);
  } finally {
    rmSync(handed, { force: true });
  }
};

const demandMajor = (folder: string): void => {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found === postgresMajor) return;
  throw new Error(
    `The data in ${folder} was written by PostgreSQL ${found}; this one is ${postgresMajor} and cannot open it. ` +
      `Upgrade it with pg_upgrade of PostgreSQL ${postgresMajor}, or move the folder away to begin anew.`,
  );
};

/** Clears a lock file whose process is gone or is no PostgreSQL; refuses when a PostgreSQL holds it. */
export const clearStaleLock = (folder: string, narrate: Narrate): void => {
  const lock = join(folder, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  if (processBirth(pid) !== undefined && /postgres/.test(commandOf(pid))) {
    throw new Error(
      `A PostgreSQL (process ${pid}) already works on ${folder}. ` +
        `Stop it with "kill -INT ${pid}", or use another folder by setting MADANG_HOME.`,
    );
  }
  narrate(`PostgreSQL left a lock of process ${pid}, which is gone; removing it`);
  rmSync(lock);
};

/** The data folder, made on first use, and the superuser's password. */
export const postgresData = (
  binaries: PostgresBinaries,
  dir: string,
  user: SystemUser | undefined,
  narrate: Narrate,
): { readonly folder: string; readonly password: string; readonly owner: SystemUser | undefined } => {
  mkdirSync(dir, { recursive: true });
  const folder = placeFor(dir, user, narrate);
  if (!existsSync(folder)) {
    initialise(binaries.initdb, folder, dir, user);
  }
  demandMajor(folder);
  const passwordFile = join(dir, 'password');
  if (!existsSync(passwordFile)) {
    throw new Error(
      `${passwordFile} is missing: the superuser's password of the data beside it. Restore it, or move ${dir} away.`,
    );
  }
  const { uid, gid } = statSync(folder);
  return { folder, password: readFileSync(passwordFile, 'utf8').trim(), owner: user && { uid, gid } };
};
