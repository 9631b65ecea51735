import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Probe } from './probe.ts';
import { furniture } from './probes.ts';

const packages = [
  'calendar',
  'contracts',
  'decider',
  'messaging',
  'record',
  'service-kit',
  'standards',
  'telemetry',
];
const libraries = [
  '@nats-io/transport-node',
  '@opentelemetry/api',
  '@prisma/adapter-pg',
  '@temporalio/client',
  '@temporalio/workflow',
  'fastify',
  'pg',
  'pino',
  'temporal-polyfill',
  'uuid',
  'vitest',
  'zod',
];

/** An empty house in a temporary folder, with the probes in its rooms; removed when disposed of. */
export const probeHouse = (probes: readonly Probe[]): Disposable & { readonly top: string } => {
  const top = mkdtempSync(join(realpathSync(tmpdir()), 'madang-walls-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  };
  const manifest = (name: string, exports: object): string =>
    JSON.stringify({ name, type: 'module', exports });
  const room = (path: string): void => {
    const name = `@madang/${path.split('/').at(-1)}`;
    write(`${path}/package.json`, manifest(name, { '.': './src/index.ts', './names': './src/names.ts' }));
    write(`${path}/src/index.ts`, 'export {};\n');
    mkdirSync(join(top, 'node_modules/@madang'), { recursive: true });
    symlinkSync(join(top, path), join(top, 'node_modules', name));
  };

  for (const one of packages) room(`packages/${one}`);
  room('services/forums');
  write('packages/contracts/src/names.ts', 'export {};\n');
  for (const one of libraries) {
    write(`node_modules/${one}/package.json`, manifest(one, { '.': './index.js' }));
    write(`node_modules/${one}/index.js`, 'export {};\n');
  }
  for (const file of furniture) write(file, 'export {};\n');
  for (const { file, source } of probes) write(file, `${source}\n`);
  return { top, [Symbol.dispose]: () => rmSync(top, { recursive: true, force: true }) };
};
