import { execFile } from 'node:child_process';

export type Ran = { readonly ok: boolean; readonly output: string };

/** Runs a program to its end; a failure is an answer, not a throw. */
export const run = (
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly timeout?: number } = {},
): Promise<Ran> =>
  new Promise((answer) => {
    execFile(command, args, { maxBuffer: 16 * 1024 * 1024, ...options }, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim();
      answer({ ok: error === null, output: output || (error?.message ?? '') });
    });
  });
