import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '@madang/postgres-infra';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../until.ts';
import type { ProcessOrder } from './house-processes.ts';
import { anyPorts, type SystemPorts } from './ports.ts';
import { type System, startSystem } from './start-system.ts';

const home = mkdtempSync(join(tmpdir(), 'madang-system-'));
const code = join(home, 'code');
const said: string[] = [];

const program = `
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
const tell = (what: string) => appendFileSync(${JSON.stringify(join(home, 'order'))}, process.env.MADANG_SERVICE + ' ' + what + '\\n');
console.log('hello from', process.env.MADANG_SERVICE);
const answer = (_: unknown, response: { end: (text: string) => void }) => response.end(JSON.stringify(process.env));
const server = createServer(answer).listen(Number(process.env.MADANG_HEALTH_PORT), '127.0.0.1', () => tell('up'));
if (process.env.MADANG_PORT) createServer(answer).listen(Number(process.env.MADANG_PORT), '127.0.0.1').unref();
process.on('SIGTERM', () => { tell('down'); server.closeAllConnections(); server.close(); });
`;

const order = (name: string, stage: ProcessOrder['stage'], withSchema = true): ProcessOrder => {
  const main = join(code, name, 'src', 'main.ts');
  const migrationsDir = join(code, name, 'migrations');
  mkdirSync(join(code, name, 'src'), { recursive: true });
  mkdirSync(join(migrationsDir, '0001_init'), { recursive: true });
  writeFileSync(join(code, name, 'package.json'), '{ "type": "module" }');
  writeFileSync(main, program);
  writeFileSync(
    join(migrationsDir, '0001_init', 'migration.sql'),
    'create table thing (id text primary key)',
  );
  return { name, stage, main, ...(withSchema ? { migrationsDir } : {}) };
};

let system: System;
let ports: SystemPorts;
let orders: readonly ProcessOrder[] = [];
const start = () =>
  startSystem({ home, ports, processes: orders, generate: false, log: (line) => said.push(line) });
const environmentOf = async (name: string) =>
  (await (await fetch(`${system.processes[name]?.healthUrl}/ready`)).json()) as Record<string, string>;

beforeAll(async () => {
  chmodSync(home, 0o755);
  ports = await anyPorts();
  orders = [
    order('oak', 'services'),
    order('elm', 'services'),
    order('clock', 'workflows', false),
    order('gate', 'portal'),
  ];
  system = await start();
});
afterAll(async () => {
  await system?.stop();
  rmSync(home, { recursive: true, force: true });
});

describe('a started system', () => {
  it('gives every process its environment', async () => {
    const {
      MADANG_DATABASE_URL = '',
      MADANG_NATS_USERS = '',
      MADANG_MASTER_KEY_FILE = '',
      ...rest
    } = await environmentOf('oak');
    expect(rest).toMatchObject({
      MADANG_SERVICE: 'oak',
      NODE_ENV: 'development',
      MADANG_TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    });
    expect(rest.MADANG_NATS_URL).toBe(`nats://127.0.0.1:${ports.nats}`);
    await withClient(MADANG_DATABASE_URL, (client) => client.query(`insert into thing values ('acorn')`));
    expect(Object.keys(JSON.parse(readFileSync(MADANG_NATS_USERS, 'utf8')))).toContain('infra');
    expect(Buffer.from(readFileSync(MADANG_MASTER_KEY_FILE, 'utf8'), 'base64')).toHaveLength(32);
    expect(statSync(MADANG_MASTER_KEY_FILE).mode & 0o777).toBe(0o600);
    expect((await environmentOf('clock')).MADANG_DATABASE_URL).toBeUndefined();
    expect((await fetch(system.portalUrl)).status).toBe(200);
  });

  it('writes the log of each process to its own file', () => {
    expect(readFileSync(join(system.logsDir, 'elm.log'), 'utf8')).toContain('hello from elm');
  });

  it('is not started a second time on the same folder', async () => {
    await expect(start()).rejects.toThrow(/already running on .* as process \d+\.\n {2}Portal: /);
  });

  it('starts again a process that died unasked, and says so', async () => {
    const oak = system.processes.oak;
    const before = oak?.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await until(() => oak?.running() && oak.pid !== before && said.includes('oak runs again.'), {
      within: 20_000,
      what: 'oak to run again',
    });
    expect(said.join('\n')).toMatch(/oak ended by SIGKILL, unasked; starting it again in 0\.5 s/);
  });

  it('leaves a process down that was killed here, until it is started', async () => {
    const elm = system.processes.elm;
    await elm?.kill();
    expect(elm?.running()).toBe(false);
    expect(said.join('\n')).not.toContain('elm ended');
    await elm?.start();
    expect((await environmentOf('elm')).MADANG_SERVICE).toBe('elm');
  });

  it('keeps every engine’s data over a kill', async () => {
    for (const engine of [system.engines.postgres, system.engines.nats, system.engines.temporal]) {
      await engine.kill();
      await engine.start();
    }
    const { MADANG_DATABASE_URL = '' } = await environmentOf('oak');
    const rows = await withClient(
      MADANG_DATABASE_URL,
      async (client) => (await client.query('select id from thing')).rows,
    );
    expect(rows).toEqual([{ id: 'acorn' }]);
    const streams = (await (await fetch(`${system.natsMonitorUrl}/jsz`)).json()) as { streams: number };
    expect(streams.streams).toBeGreaterThan(0);
  });

  it('starts again an engine that died unasked', async () => {
    process.kill(system.engines.nats.pid ?? 0, 'SIGKILL');
    await until(() => said.includes('NATS runs again.'), { within: 20_000, what: 'NATS to run again' });
  });

  it('stops portal, workflows and services in this order, and starts again on the same state', async () => {
    writeFileSync(join(home, 'order'), '');
    await system.stop();
    const down = readFileSync(join(home, 'order'), 'utf8').trim().split('\n');
    expect(down.slice(0, 2)).toEqual(['gate down', 'clock down']);
    expect(down.slice(2).sort()).toEqual(['elm down', 'oak down']);
    expect(system.engines.postgres.running()).toBe(false);
    system = await start();
    const { MADANG_DATABASE_URL = '' } = await environmentOf('oak');
    const rows = await withClient(
      MADANG_DATABASE_URL,
      async (client) => (await client.query('select id from thing')).rows,
    );
    expect(rows).toEqual([{ id: 'acorn' }]);
  });

  it('leaves nothing running when a process cannot start', async () => {
    await system.stop();
    const broken = { ...order('yew', 'portal'), main: join(code, 'nowhere.ts') };
    const failing = startSystem({ home, ports, processes: [...orders.slice(0, 1), broken], generate: false });
    await expect(failing).rejects.toThrow(/yew has no main file/);
    system = await start();
  });
});
