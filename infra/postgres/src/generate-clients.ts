import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export type GenerateOptions = {
  /** The folder that holds one folder per service. */
  readonly servicesDir?: string | undefined;
};

/** For each service with a schema, whether its client was written anew. */
export type Generated = Readonly<Record<string, 'generated' | 'unchanged'>>;

const houseServices = fileURLToPath(new URL('../../../services', import.meta.url));
const prismaCli = (): string => {
  const manifest = createRequire(import.meta.url).resolve('prisma/package.json');
  const { bin, version } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    bin: { prisma: string };
    version: string;
  };
  return `${join(dirname(manifest), bin.prisma)}#${version}`;
};

const hashOf = (folder: string, version: string): string => {
  const hash = createHash('sha256').update(version);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.prisma'),
  );
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
};

const generate = async (cli: string, service: string): Promise<void> => {
  // Only the migration engine would be downloaded, and generating does not run it: any file that exists will do.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const args = [cli, 'generate', '--schema', join('prisma', 'schema')];
  try {
    await promisify(execFile)(process.execPath, args, { cwd: service, env, maxBuffer: 16 * 1024 * 1024 });
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`prisma generate failed in ${service}:\n${`${stdout}${stderr}`.trim() || message}`, {
      cause: error,
    });
  }
};

/** Writes the Prisma client of every service that has a schema, unless its schema is as it was. */
export const generateClients = async ({
  servicesDir = houseServices,
}: GenerateOptions = {}): Promise<Generated> => {
  const [cli = '', version = ''] = prismaCli().split('#');
  const outcome: Record<string, 'generated' | 'unchanged'> = {};
  for (const service of readdirSync(servicesDir).sort()) {
    const folder = join(servicesDir, service, 'prisma', 'schema');
    if (!existsSync(folder)) continue;
    const output = join(servicesDir, service, 'src', 'adapters', 'generated', 'prisma');
    const note = join(output, '.schema-hash');
    const hash = hashOf(folder, version);
    if (existsSync(note) && readFileSync(note, 'utf8') === hash) {
      outcome[service] = 'unchanged';
      continue;
    }
    await generate(cli, join(servicesDir, service));
    if (!existsSync(join(output, 'client.ts'))) {
      throw new Error(
        `The schema of ${service} does not write its client to ${output}: set the generator's output to "../../src/adapters/generated/prisma".`,
      );
    }
    writeFileSync(note, hash);
    outcome[service] = 'generated';
  }
  return outcome;
};
