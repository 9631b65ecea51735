import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from '@madang/local';

/** A cluster that the trial may use, with the one namespace in which it puts everything. */
export type Cluster = {
  readonly kubeconfig: string;
  readonly namespace: string;
  /** What kubectl says. @throws when it fails, with its words */
  readonly kubectl: (...args: readonly string[]) => Promise<string>;
  /** Hands manifests to the cluster. @throws when it refuses */
  readonly apply: (yaml: string) => Promise<void>;
  /** Runs Helm. @throws when it fails, with its words */
  readonly helm: (...args: readonly string[]) => Promise<string>;
  /** Waits until something holds. @throws when it does not */
  readonly comes: (what: string, seconds: number, holds: () => boolean | Promise<boolean>) => Promise<void>;
};

export const tell = (line: string): void => console.log(`cluster: ${line}`);
export const secondsSince = (begun: number): string => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
/** The folder of the charts. */
export const charts = fileURLToPath(new URL('../..', import.meta.url));

/** What a program says. Others go on meanwhile. @throws when it fails, with its words */
export const said = (
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  input = '',
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, cwd: charts });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(Buffer.concat(out).toString());
      const words = Buffer.concat([...out.slice(-5), ...err]).toString();
      reject(new Error(`${program} ${args.join(' ').slice(0, 200)} ended with ${code}: ${words}`));
    });
    child.stdin.end(input);
  });

/** @param helm path of the program */
export const openCluster = (kubeconfig: string, namespace: string, helm: string): Cluster => {
  const env = { ...process.env, KUBECONFIG: kubeconfig };
  const within = ['--namespace', namespace];
  return {
    ...{ kubeconfig, namespace },
    kubectl: (...args) => said('kubectl', [...within, ...args], env),
    apply: async (yaml) => void (await said('kubectl', [...within, 'apply', '--filename', '-'], env, yaml)),
    helm: (...args) => said(helm, [...args, ...within], env),
    comes: async (what, seconds, holds) => {
      await until(holds, { within: seconds * 1_000, every: 1_000, what });
    },
  };
};
