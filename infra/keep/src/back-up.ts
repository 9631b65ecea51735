import {
  chmodSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { create } from 'tar';
import { KEPT, type Manifest, masterKeyCheck, type Part, sumOf } from './manifest.ts';
import { headOf, migrationsOf, tablesOf } from './schema-tables.ts';

export type BackUpOptions = {
  /** Address of a superuser in Madang's database. */
  readonly databaseUrl: string;
  readonly masterKey: Buffer;
  /** Folder of the files of evidence; it may be missing. */
  readonly evidenceDir: string;
  readonly file: string;
  readonly log?: ((line: string) => void) | undefined;
};

/**
 * Writes everything that is truth into one archive, from a running system, as it stood at one moment: every service's facts,
 * remembered answers, sealed texts, wrapped keys and positions by one snapshot of the database, and the files of evidence.
 * The streams and the processes are made again from that. The archive is there whole, or not at all.
 */
export const backUp = async (options: BackUpOptions): Promise<Manifest> => {
  const { databaseUrl, masterKey, evidenceDir, log = () => {} } = options;
  const file = resolve(options.file);
  mkdirSync(dirname(file), { recursive: true });
  const folder = mkdtempSync(join(dirname(file), '.madang-backup-'));
  const client = new pg.Client({ connectionString: databaseUrl });
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Between two tables their sums are taken.
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    const parts: Part[] = [];
    const heads: Record<string, number> = {};
    const migrations: Record<string, string[]> = {};
    for (const service of KEPT) {
      mkdirSync(join(folder, service));
      heads[service] = await headOf(client, service);
      migrations[service] = [...(await migrationsOf(client, service))];
      log(`${service}: ${heads[service]} facts`);
      for (const table of await tablesOf(client, service)) {
        const name = `${service}/${table}.copy`;
        const from = `${client.escapeIdentifier(service)}.${client.escapeIdentifier(table)}`;
        await pipeline(client.query(copyTo(`COPY ${from} TO STDOUT`)), createWriteStream(join(folder, name)));
        parts.push({ name, ...(await sumOf(join(folder, name))) });
      }
    }
    await client.query('COMMIT');
    // Evidence lies under its hash and never changes: what a fact of the snapshot names is there already.
    const evidence = existsSync(evidenceDir)
      ? readdirSync(evidenceDir).filter((one) => !one.startsWith('.'))
      : [];
    mkdirSync(join(folder, 'evidence'));
    for (const one of evidence) {
      symlinkSync(resolve(evidenceDir, one), join(folder, 'evidence', one));
      parts.push({ name: `evidence/${one}`, ...(await sumOf(join(evidenceDir, one))) });
    }
    log(`evidence: ${evidence.length} files`);
    const manifest: Manifest = {
      ...{ format: 'madang-backup-1', madeAt: new Date().toISOString(), migrations, heads, parts },
      masterKeyCheck: masterKeyCheck(masterKey),
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 1));
    const names = ['manifest.json', ...parts.map((one) => one.name)];
    await create(
      { file: `${file}.partial`, cwd: folder, gzip: { level: 4 }, follow: true, portable: true },
      names,
    );
    chmodSync(`${file}.partial`, 0o600);
    renameSync(`${file}.partial`, file);
    return manifest;
  } finally {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
    rmSync(`${file}.partial`, { force: true });
  }
};
