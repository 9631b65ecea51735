import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from '@madang/local';
import type { Cluster } from './cluster.ts';

/** A port of this machine behind which something of the cluster answers. */
export type Forward = { readonly port: number; readonly close: () => void };

/**
 * Forwards a port of this machine to a Service. kubectl forwards to one pod of it and ends with that pod: it is begun again until
 * it is closed, and whoever asks meanwhile finds the connection refused.
 */
export const forward = async (
  { kubeconfig, namespace }: Cluster,
  service: string,
  port: number,
): Promise<Forward> => {
  const local = await freePort();
  let child: ChildProcess | undefined;
  let isClosed = false;
  const begin = (): void => {
    if (isClosed) return;
    const args = ['--namespace', namespace, 'port-forward', `service/${service}`, `${local}:${port}`];
    child = spawn('kubectl', args, {
      ...{ stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, KUBECONFIG: kubeconfig } },
    });
    // It lives on when its pod has gone, and says so.
    child.stderr?.on('data', (said: Buffer) => /lost connection|error/i.test(String(said)) && child?.kill());
    child.on('exit', () => setTimeout(begin, 500));
  };
  begin();
  return {
    port: local,
    close: () => {
      isClosed = true;
      child?.kill();
    },
  };
};
