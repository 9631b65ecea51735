import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { top } from '../top.ts';

/** One thing that `pnpm verify` checks. */
export type Step = { readonly name: string; readonly run: readonly [command: string, ...args: string[]] };

export type Outcome = {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
};

/** The tools of the house before those of the machine. */
export const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [
    join(top, 'node_modules/.bin'),
    join(top, 'infra/checks/node_modules/.bin'),
    process.env.PATH ?? '',
  ].join(delimiter),
  NO_COLOR: '1',
});

export const runStep = (step: Step): Promise<Outcome> =>
  new Promise((settle) => {
    const [command, ...args] = step.run;
    const began = performance.now();
    const chunks: Buffer[] = [];
    const end = (ok: boolean, more = ''): void =>
      settle({
        name: step.name,
        ok,
        seconds: (performance.now() - began) / 1000,
        output: Buffer.concat(chunks).toString('utf8') + more,
      });
    const child = spawn(command, args, { cwd: top, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (fault) => end(false, `${command} did not start: ${fault.message}\n`));
    child.on('close', (code) => end(code === 0));
  });

/** Runs all steps, as many at a time as there are cores but at most three, and tells of each as it ends. */
export const runSteps = async (
  steps: readonly Step[],
  tell: (outcome: Outcome) => void,
  atOnce = Math.min(3, availableParallelism()),
): Promise<readonly Outcome[]> => {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await runStep(step);
      outcomes.push(outcome);
      tell(outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
};
