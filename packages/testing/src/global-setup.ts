import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEngineDesk } from './engine-desk.ts';
import type {} from './provided.ts';

/** Opens the desk for one run of vitest; an engine starts when a spec first asks for it, and all state goes at the end. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const home = mkdtempSync(join(tmpdir(), 'madang-test-'));
  chmodSync(home, 0o755); // PostgreSQL may run as another user
  const desk = await openEngineDesk(home);
  project.provide('madangEngines', { desk: desk.url, home });
  return async () => {
    await desk.close();
    rmSync(home, { recursive: true, force: true });
  };
};
