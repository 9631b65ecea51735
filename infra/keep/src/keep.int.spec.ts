import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FreshDatabase, freshDatabase } from '@madang/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from './back-up.ts';
import { KEPT } from './manifest.ts';
import { readKey } from './master-key.ts';
import { restore } from './restore.ts';

const masterKey = Buffer.alloc(32, 5);
const facts = Number(process.env.MADANG_KEEP_FACTS ?? 200);
let folder: string;
let file: string;
let from: FreshDatabase;
let to: FreshDatabase;
let evidenceDir: string;

const within = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
};
/** Facts, answers, a text and its key in each service, Korean and with what COPY must escape. */
const fill = (url: string): Promise<void> =>
  within(url, async (client) => {
    for (const service of KEPT) {
      await client.query(
        `INSERT INTO ${service}.event SELECT n, gen_random_uuid(), '${service}.forum.founded.v1', 'forum', n::text, 1, gen_random_uuid(), gen_random_uuid(),
           '{"말":"탭\\t과 줄\\n바꿈 \\\\ 그리고 👍","n":' || n || '}' FROM generate_series(1, $1::int) AS n`,
        [facts],
      );
      await client.query(`UPDATE ${service}.head SET sequence = $1`, [facts]);
      await client.query(
        `INSERT INTO ${service}.command SELECT command_id, type, 'hash', '{"status":200}' FROM ${service}.event`,
      );
      await client.query(
        `INSERT INTO ${service}.text VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), NULL, 'ko', 'public', false, NULL, 'sealed', true)`,
      );
      await client.query(
        `INSERT INTO ${service}.text_key SELECT key_id, 'wrapped', true FROM ${service}.text`,
      );
    }
  });
const sums = (url: string): Promise<readonly unknown[]> =>
  within(url, async (client) => {
    const found: unknown[] = [];
    for (const service of KEPT)
      for (const table of ['event', 'command', 'head', 'position', 'text_key'])
        found.push(
          (
            await client.query(
              `SELECT '${service}.${table}' AS t, count(*)::int AS n, sum(hashtextextended(${table === 'text_key' ? 'id::text || wrapped' : 'x::text'}, 1))::text AS sum FROM ${service}.${table} x`,
            )
          ).rows[0],
        );
    return found;
  });
const adminOf = ({ adminUrl }: FreshDatabase): string => adminUrl;
const restoring = (more: object = {}) =>
  restore({ databaseUrl: adminOf(to), masterKey, evidenceDir: join(folder, 'restored'), file, ...more });
const isEmpty = async (): Promise<boolean> =>
  (await sums(adminOf(to))).every((one) => {
    const { t, n } = one as { readonly t: string; readonly n: number };
    return t.endsWith('.head') ? n === 1 : n === 0;
  });

beforeAll(async () => {
  from = await freshDatabase([...KEPT, 'portal']);
  await fill(adminOf(from));
});
afterAll(() => from.drop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'madang-keep-'));
  file = join(folder, 'kept.tar.gz');
  evidenceDir = join(folder, 'evidence');
  mkdirSync(evidenceDir);
  writeFileSync(join(evidenceDir, 'a'.repeat(64)), '증빙');
  to = await freshDatabase([...KEPT, 'portal']);
  await backUp({ databaseUrl: adminOf(from), masterKey, evidenceDir, file });
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await to.drop();
});

describe('an archive', () => {
  it('put back onto an empty installation gives the same rows and files', async () => {
    await restoring();
    expect(await sums(adminOf(to))).toEqual(await sums(adminOf(from)));
    expect(readFileSync(join(folder, 'restored', 'a'.repeat(64)), 'utf8')).toBe('증빙');
    const copied = await within(adminOf(to), (client) =>
      client.query('SELECT count(*)::int AS n FROM forums.text WHERE copied'),
    );
    expect(copied.rows[0].n).toBe(0);
  });
  it('is never there half', () => {
    expect(existsSync(`${file}.partial`)).toBe(false);
  });
  it('is unpacked beside itself, and nothing stays there', async () => {
    await restoring();
    expect(readdirSync(folder).toSorted()).toEqual(['evidence', 'kept.tar.gz', 'restored']);
  });
  it('brings the key it was sealed under to an installation that made another', async () => {
    const own = join(folder, 'master-key');
    writeFileSync(own, Buffer.alloc(32, 6).toString('base64'), { mode: 0o600 });
    await restoring({ putKeyInto: own });
    expect(readKey(own)).toEqual(masterKey);
  });
  it('is refused while a service is connected', async () => {
    const service = new pg.Client({ connectionString: to.urls.forums });
    await service.connect();
    await expect(restoring()).rejects.toThrow('forums runs');
    await service.end();
    expect(await isEmpty()).toBe(true);
  });
  it('leaves evidence where nobody looks until its rows are committed', async () => {
    // The last table that is written refuses at the very end.
    await within(adminOf(to), (client) =>
      client.query(
        `CREATE FUNCTION public.no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
         CREATE CONSTRAINT TRIGGER no AFTER INSERT ON people.event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.no()`,
      ),
    );
    await expect(restoring()).rejects.toThrow('no');
    expect(existsSync(join(folder, 'restored'))).toBe(false);
    expect(await isEmpty()).toBe(true);
  });
  it('whose restoring was killed between rows and evidence is finished by restoring again', async () => {
    await restoring();
    const at = join(folder, 'restored');
    mkdirSync(join(at, '.arriving'));
    renameSync(join(at, 'a'.repeat(64)), join(at, '.arriving', 'a'.repeat(64)));
    await restoring();
    expect(readdirSync(at)).toEqual(['a'.repeat(64)]);
  });

  const damage: readonly (readonly [string, () => void, string])[] = [
    ['whose byte was flipped', () => flip(file), 'damaged'],
    ['that was cut off', () => writeFileSync(file, readFileSync(file).subarray(0, -200)), 'damaged'],
    [
      'without one of its parts',
      () => repack((dir) => rmSync(join(dir, 'forums', 'event.copy'))),
      'event.copy is missing',
    ],
    ['with a part too many', () => repack((dir) => writeFileSync(join(dir, 'extra'), '')), 'does not belong'],
    [
      'whose part was changed',
      () => repack((dir) => writeFileSync(join(dir, 'people', 'event.copy'), '')),
      'people/event.copy was changed',
    ],
    [
      'without its manifest',
      () => repack((dir) => rmSync(join(dir, 'manifest.json'))),
      'manifest is missing',
    ],
  ];
  it.each(damage)('%s is refused, and nothing is restored', async (_what, harm, said) => {
    harm();
    await expect(restoring()).rejects.toThrow(said);
    expect(await isEmpty()).toBe(true);
    expect(existsSync(join(folder, 'restored'))).toBe(false);
  });
  it('sealed under another master key is refused', async () => {
    await expect(restoring({ masterKey: Buffer.alloc(32, 6) })).rejects.toThrow('master key');
    expect(await isEmpty()).toBe(true);
  });
  it('is not put over what is there', async () => {
    await restoring();
    await expect(restoring()).rejects.toThrow('empty installation');
  });
  it('of another version is refused with the way to go', async () => {
    await within(adminOf(to), (client) =>
      client.query(`DELETE FROM people._prisma_migrations WHERE migration_name LIKE '0008%'`),
    );
    await expect(restoring()).rejects.toThrow('Restore it with that version, then upgrade');
    expect(await isEmpty()).toBe(true);
  });
});

const flip = (path: string): void => {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};
const repack = (work: (dir: string) => void): void => {
  const dir = mkdtempSync(join(tmpdir(), 'madang-repack-'));
  execFileSync('tar', ['-xzf', file, '-C', dir]);
  work(dir);
  execFileSync('tar', ['-czf', file, '-C', dir, '.']);
  rmSync(dir, { recursive: true });
};
