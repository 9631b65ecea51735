import {
  createReadStream,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract } from 'tar';
import { demandIdle } from './idle.ts';
import { KEPT, Manifest, masterKeyCheck, sumOf } from './manifest.ts';
import { bringEvidence, isArriving } from './put-evidence.ts';
import { headOf, migrationsOf, tablesOf } from './schema-tables.ts';
import { writeSecret } from './write-secret.ts';

export type RestoreOptions = {
  /** Address of a superuser in Madang's database, prepared and empty; no service runs. */
  readonly databaseUrl: string;
  /** The key under which the archive was sealed. */
  readonly masterKey: Buffer;
  /** Where that key is put before the installation has what is sealed under it; left out where it lies there already. */
  readonly putKeyInto?: string | undefined;
  readonly evidenceDir: string;
  readonly file: string;
  readonly log?: ((line: string) => void) | undefined;
};

const damaged = (what: string): Error =>
  new Error(`The archive is damaged: ${what}. Nothing was restored; use another archive.`);

const filesIn = (folder: string, under = ''): readonly string[] =>
  readdirSync(join(folder, under), { withFileTypes: true }).flatMap((one) => {
    const name = under ? `${under}/${one.name}` : one.name;
    return one.isDirectory() ? filesIn(folder, name) : [name];
  });

/** Unpacks an archive and compares every part with its sum. @throws when anything is missing, too much or changed */
const unpacked = async (file: string, folder: string): Promise<Manifest> => {
  await extract({ file, cwd: folder, strict: true }).catch((fault: Error) => {
    throw damaged(`it cannot be unpacked (${fault.message})`);
  });
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) throw damaged('its manifest is missing');
  let manifest: Manifest;
  try {
    manifest = Manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw damaged('its manifest cannot be read');
  }
  const there = new Set(filesIn(folder).filter((one) => one !== 'manifest.json'));
  for (const { name, bytes, sha256 } of manifest.parts) {
    const at = join(folder, name);
    if (!there.delete(name) || !lstatSync(at).isFile()) throw damaged(`${name} is missing`);
    const sum = await sumOf(at);
    if (sum.bytes !== bytes || sum.sha256 !== sha256) throw damaged(`${name} was changed`);
  }
  if (there.size > 0) throw damaged(`${[...there][0]} does not belong to it`);
  return manifest;
};

const demandSame = async (client: pg.Client, manifest: Manifest): Promise<void> => {
  for (const service of KEPT) {
    if ((await headOf(client, service)) > 0)
      throw new Error(`${service} has facts of its own: restore onto an empty installation only.`);
    const [here, there] = [await migrationsOf(client, service), manifest.migrations[service] ?? []];
    if (here.join() !== there.join())
      throw new Error(
        `The archive was made by another version (${service}: ${there.at(-1)}, here ${here.at(-1)}). Restore it with that version, then upgrade.`,
      );
  }
};

/** Whether the rows of the archive are there already: whoever put them back was killed before the evidence was in its place. */
const isHalfDone = async (client: pg.Client, manifest: Manifest, evidenceDir: string): Promise<boolean> => {
  if (!isArriving(evidenceDir)) return false;
  let facts = 0;
  for (const service of KEPT) {
    const head = await headOf(client, service);
    if (head !== manifest.heads[service]) return false;
    facts += head;
  }
  return facts > 0;
};

/**
 * Puts an archive back onto an empty installation, whole or not at all: the archive is checked before the first write, and
 * all rows are one transaction. The streams are filled again from the rows, the public site from the streams, and the
 * processes are started from the facts, when the system starts. Erasures that the archive knows of hold.
 */
export const restore = async (options: RestoreOptions): Promise<Manifest> => {
  const { databaseUrl, masterKey, putKeyInto, evidenceDir, log = () => {} } = options;
  const file = resolve(options.file);
  if (!existsSync(file)) throw new Error(`There is no archive ${file}.`);
  // Beside the archive there is room for it; a temporary folder may be small, or lie in memory.
  const folder = mkdtempSync(join(dirname(file), '.madang-restore-'));
  const client = new pg.Client({ connectionString: databaseUrl });
  try {
    const manifest = await unpacked(file, folder);
    log(`The archive of ${manifest.madeAt} is whole: ${manifest.parts.length} parts.`);
    if (manifest.masterKeyCheck !== masterKeyCheck(masterKey))
      throw new Error(
        'The master key is not the one under which the archive was sealed: put that key in its place first. Nothing was restored.',
      );
    await client.connect();
    await demandIdle(client, 'an archive is put back');
    if (await isHalfDone(client, manifest, evidenceDir)) {
      bringEvidence(join(folder, 'evidence'), evidenceDir).keep();
      log('The rows were there already; the evidence is now in its place.');
      return manifest;
    }
    await client.query('BEGIN');
    // Copying evidence may take long.
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await demandSame(client, manifest);
    const quote = (schema: string, table: string): string =>
      `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`;
    for (const service of KEPT) {
      for (const table of await tablesOf(client, service)) {
        const part = join(folder, service, `${table}.copy`);
        if (!existsSync(part)) throw damaged(`${service}/${table} is missing`);
        await client.query(`DELETE FROM ${quote(service, table)}`);
        await pipeline(
          createReadStream(part),
          client.query(copyFrom(`COPY ${quote(service, table)} FROM STDIN`)),
        );
      }
      // Their second copies lie in another engine, which is empty too.
      for (const table of ['text', 'text_key', 'erased_key'])
        await client.query(`UPDATE ${quote(service, table)} SET copied = false`);
      log(`${service}: ${manifest.heads[service]} facts`);
    }
    // The public site hears everything again.
    const portal = await tablesOf(client, 'portal');
    if (portal.length > 0)
      await client.query(`TRUNCATE ${portal.map((table) => quote('portal', table)).join(', ')}`);
    const evidence = bringEvidence(join(folder, 'evidence'), evidenceDir);
    try {
      if (putKeyInto) writeSecret(putKeyInto, masterKey.toString('base64'));
      await client.query('COMMIT');
    } catch (fault) {
      evidence.drop();
      throw fault;
    }
    evidence.keep();
    return manifest;
  } finally {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
};
