import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const processes = fileURLToPath(new URL('./processes', import.meta.url));
const names = fileURLToPath(new URL('../../packages/contracts/src/names.ts', import.meta.url));

/** Where an image brings the bundle that was built with it: its folders cannot be written to. */
const shipped = fileURLToPath(new URL('../bundles', import.meta.url));

const hashOf = (version: string): string => {
  const hash = createHash('sha256').update(version);
  for (const file of readdirSync(processes).toSorted())
    if (file.endsWith('.ts') && !file.endsWith('.spec.ts')) hash.update(readFileSync(join(processes, file)));
  return hash.update(readFileSync(names)).digest('hex').slice(0, 20);
};

/** The processes as Temporal runs them, built once for what they are and kept by their hash. */
export const workflowBundle = async (home: string, version = '1'): Promise<{ readonly code: string }> => {
  const name = `${hashOf(version)}.js`;
  const file = join(home, 'bundles', name);
  for (const there of [join(shipped, name), file])
    if (existsSync(there)) return { code: readFileSync(there, 'utf8') };
  const { code } = await bundleWorkflowCode({ workflowsPath: join(processes, 'index.ts') });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  return { code };
};
