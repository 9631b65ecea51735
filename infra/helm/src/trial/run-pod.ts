import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@madang/local';
import type { Workload } from '../charts/manifest.ts';
import { mounted } from './mounted.ts';
import { variablesOf } from './variables.ts';

const top = fileURLToPath(new URL('../../../..', import.meta.url));

/** A pod of the house, run on this machine with the chart's own command, environment and mounted Secrets. */
export type Running = {
  readonly name: string;
  /** Port of the variable, where the process has one. */
  readonly port: (variable: 'MADANG_HEALTH_PORT' | 'MADANG_PORT') => number;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly said: () => string;
  readonly stop: () => void;
  readonly kill: () => void;
};

/**
 * @param secrets what each Secret holds, by its name
 * @param folder in which the pod's own folders lie
 */
export const runPod = async (
  { name, pod }: Workload,
  secrets: (name: string) => Readonly<Record<string, string>>,
  folder: string,
): Promise<Running> => {
  const [container] = pod.spec.containers;
  if (!container) throw new Error(`${name} has no container`);
  mounted(pod, secrets, folder);
  const told = variablesOf(container.env ?? [], secrets);
  const ports = { MADANG_HEALTH_PORT: await freePort(), MADANG_PORT: await freePort() };
  const here = (text: string): string =>
    text.replace(/^\/(secrets|var|tmp|backups)\//, (path) => join(folder, path));
  const child: ChildProcess = spawn(container.command?.[0] ?? '', (container.args ?? []).map(here), {
    cwd: (container.workingDir ?? '').replace(/^\/madang/, top.replace(/\/$/, '')),
    // Nothing of this machine's environment but where programs lie.
    env: {
      PATH: process.env.PATH,
      MADANG_SECRETS: join(folder, 'secrets'),
      ...Object.fromEntries(Object.entries(told).map(([key, value]) => [key, here(value)])),
      ...Object.fromEntries(Object.entries(ports).map(([key, port]) => [key, String(port)])),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  return {
    name,
    port: (variable) => ports[variable],
    ended: once(child, 'exit').then(([code]) => code as number | null),
    said: () => lines.join('').trim().split('\n').slice(-12).join('\n'),
    stop: () => void child.kill('SIGTERM'),
    kill: () => void child.kill('SIGKILL'),
  };
};
