import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../until.ts';
import { freePort } from './free-port.ts';
import { startNats } from './nats.ts';
import { startPostgres } from './postgres.ts';
import { processBirth } from './process-birth.ts';
import type { ProcessRecord } from './process-record.ts';

const home = mkdtempSync(join(tmpdir(), 'madang-engines-'));
chmodSync(home, 0o755);
// These are about processes of this machine, whatever engines the other specs are given; container.int.spec.ts has the like.
const asked = process.env.MADANG_ENGINES;
beforeAll(() => {
  delete process.env.MADANG_ENGINES;
});
afterAll(() => {
  if (asked) process.env.MADANG_ENGINES = asked;
  rmSync(home, { recursive: true, force: true });
});

describe('PostgreSQL', () => {
  const dir = join(home, 'postgres');

  it('starts again after a kill, on the same port and data', async () => {
    const postgres = await startPostgres({ dir });
    const before = postgres.pid;
    await postgres.kill();
    await postgres.start();
    expect(postgres.pid).not.toBe(before);
    await expect(startPostgres({ dir })).rejects.toThrow(/PostgreSQL is already running as process \d+/);
    await postgres.stop();
    expect(postgres.running()).toBe(false);
  });

  it('clears a lock that a vanished process left', async () => {
    writeFileSync(join(dir, 'data', 'postmaster.pid'), `${process.pid}\n${join(dir, 'data')}\n`); // alive, but no PostgreSQL
    const said: string[] = [];
    const postgres = await startPostgres({ dir, log: (line) => said.push(line) });
    await postgres.stop();
    expect(said.join()).toMatch(/left a lock of process/);
  });

  it('says what to do about data of another major version', async () => {
    const file = join(dir, 'data', 'PG_VERSION');
    const version = readFileSync(file, 'utf8');
    writeFileSync(file, '17\n');
    await expect(startPostgres({ dir })).rejects.toThrow(
      /written by PostgreSQL 17; this one is 18 .*pg_upgrade/,
    );
    writeFileSync(file, version);
  });

  it('says what to do about a busy port', async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
    await expect(startPostgres({ dir, port })).rejects.toThrow(
      new RegExp(`Port ${port} .* is in use .*MADANG_PORT_BASE`),
    );
    server.close();
  });
});

describe('an engine whose parent was killed', () => {
  it('does not outlive it', async () => {
    const dir = join(home, 'orphan');
    const script = join(home, 'parent.mts');
    const nats = new URL('./nats.ts', import.meta.url).href;
    writeFileSync(
      script,
      `import { startNats } from '${nats}';\nawait startNats({ dir: '${dir}' });\nprocess.kill(process.pid, 'SIGKILL');\n`,
    );
    await new Promise((ended) => execFile(process.execPath, [script], ended));
    const { pid, birth } = JSON.parse(readFileSync(join(dir, 'nats.pid'), 'utf8')) as ProcessRecord;
    const again = await startNats({ dir }); // waits for the orphan to go
    expect(processBirth(pid)).not.toBe(birth);
    await again.stop();
    await until(() => processBirth(pid) !== birth, { within: 1_000, what: 'the orphan to be gone' });
  });
});
