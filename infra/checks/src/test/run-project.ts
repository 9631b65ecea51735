import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { top } from '../top.ts';
import { environment } from '../verify/step.ts';
import { type Count, countOf, type Report, skippedIn } from './count.ts';

export type Ran = { readonly count: Count; readonly skipped: readonly string[]; readonly seconds: number };

const readReport = (file: string): Report | undefined =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

/** What runs on engines takes their images when MADANG_SPEC_ENGINES=container; pages, which look at pages alone, what is found first. */
const enginesFor = (project: string): NodeJS.ProcessEnv => {
  const { MADANG_SPEC_ENGINES: wanted } = process.env;
  return ['engines', 'stories'].includes(project) && wanted ? { MADANG_ENGINES: wanted } : {};
};

const exitCodeOf = (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number | null> =>
  new Promise((settle, fail) => {
    const child = spawn(command, args, {
      cwd: top,
      env: { ...environment(), ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', fail);
    child.on('close', settle);
  });

/** Runs one vitest project with progress on the terminal; `words` narrow it to files or tests, as for vitest. */
export const runProject = async (project: string, words: readonly string[]): Promise<Ran> => {
  const folder = join(top, '.madang/tests');
  const file = join(folder, `${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  if (project === 'pure') console.log('engines: none');
  else await exitCodeOf('node', ['infra/local/src/say-engines.ts'], enginesFor(project));
  const began = performance.now();
  const code = await exitCodeOf(
    'vitest',
    [
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...words,
    ],
    enginesFor(project),
  );
  const report = readReport(file);
  return {
    count: countOf(report, code),
    skipped: skippedIn(report),
    seconds: (performance.now() - began) / 1000,
  };
};
