import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Narrate } from '../engines/engine.ts';
import { demandFreePort } from '../engines/free-port.ts';
import { type OwnedProcess, ownProcess } from '../engines/owned-process.ts';
import type { ProcessOrder } from './house-processes.ts';
import { restarter } from './restarter.ts';

/** A running process of the system: killed or stopped by us it stays down until it is started; dying unasked it comes back. */
export type SystemProcess = OwnedProcess & {
  readonly healthUrl: string;
  readonly logFile: string;
  /** What it is told beyond our own environment. */
  readonly env: Readonly<Record<string, string>>;
};

export type SystemProcessOptions = {
  readonly order: ProcessOrder;
  readonly home: string;
  readonly healthPort: number;
  readonly env: Readonly<Record<string, string>>;
  readonly narrate: Narrate;
};

/** Prepares a process of the system; it does not run yet. */
export const systemProcess = ({
  order,
  home,
  healthPort,
  env,
  narrate,
}: SystemProcessOptions): SystemProcess => {
  const healthUrl = `http://127.0.0.1:${healthPort}`;
  const logFile = join(home, 'logs', `${order.name}.log`);
  const ports = [healthPort, ...(env.MADANG_PORT === undefined ? [] : [Number(env.MADANG_PORT)])];
  const isReady = async () =>
    (await fetch(`${healthUrl}/ready`, { signal: AbortSignal.timeout(2_000) })).status === 200;
  let guard = restarter(order.name, async () => owned.start(), narrate);
  const owned: OwnedProcess = ownProcess({
    name: order.name,
    command: process.execPath,
    args: [...(order.nodeArgs ?? []), order.main],
    cwd: dirname(dirname(order.main)),
    env: { ...process.env, ...env, ...order.env },
    logFile,
    pidFile: join(home, 'run', `${order.name}.pid`),
    stopSignal: 'SIGTERM',
    grace: 20_000,
    readyWithin: 60_000,
    ready: isReady,
    beforeStart: async () => {
      if (!existsSync(order.main))
        throw new Error(`${order.name} has no main file: ${order.main} does not exist.`);
      for (const port of ports) await demandFreePort(port, order.name);
    },
    onDeath: (how) => guard.died(how),
  });
  const start = async () => {
    guard = restarter(order.name, owned.start, narrate);
    await owned.start();
  };
  const ending = (end: () => Promise<void>) => async () => {
    const rested = guard.rest();
    await end();
    await rested;
    await end(); // it may just have been started again
  };
  return {
    get pid() {
      return owned.pid;
    },
    running: owned.running,
    start,
    stop: ending(owned.stop),
    kill: ending(owned.kill),
    healthUrl,
    logFile,
    env: { ...env, ...order.env },
  };
};
