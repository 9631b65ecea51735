import { createHash } from 'node:crypto';
import { run } from './find/run.ts';
import type { ProcessPlan } from './owned-process.ts';

export type ContainerPlan = {
  readonly image: string;
  /** The folder on this machine that holds what must last. */
  readonly dir: string;
  /** Published ports: on this machine, in the container. */
  readonly ports: readonly (readonly [here: number, inside: number])[];
  /** Folders or files: on this machine, in the container. */
  readonly mounts: readonly (readonly [here: string, inside: string])[];
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly args: readonly string[];
};

/** The same engine in a container: its client is our process, and the container ends with it. */
export const inContainer = (
  plan: ContainerPlan,
): Pick<ProcessPlan, 'command' | 'args' | 'beforeStart' | 'afterEnd'> => {
  const name = `madang-${createHash('sha256').update(plan.dir).digest('hex').slice(0, 12)}`;
  const remove = async () => void (await run('docker', ['rm', '--force', name]));
  const owner =
    process.getuid === undefined ? [] : ['--user', `${process.getuid()}:${process.getgid?.() ?? 0}`];
  return {
    command: 'docker',
    args: [
      ...['run', '--rm', '--name', name, ...owner],
      ...plan.ports.flatMap(([here, inside]) => ['--publish', `127.0.0.1:${here}:${inside}`]),
      ...plan.mounts.flatMap(([here, inside]) => ['--volume', `${here}:${inside}`]),
      ...Object.entries(plan.env ?? {}).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
      ...[plan.image, ...plan.args],
    ],
    beforeStart: remove,
    afterEnd: remove,
  };
};
