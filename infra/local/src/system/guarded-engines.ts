import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverConfig } from '@madang/nats-infra';
import type { Narrate } from '../engines/engine.ts';
import { type Engines, startEngines } from '../engines/start-engines.ts';
import type { SearchAttributes } from '../engines/temporal-api.ts';
import type { SystemPorts } from './ports.ts';
import { type Restarter, restarter } from './restarter.ts';

type EngineName = 'postgres' | 'nats' | 'temporal';

export type GuardedEnginesOptions = {
  readonly home: string;
  readonly ports: SystemPorts;
  readonly natsPasswords: Readonly<Record<string, string>>;
  readonly searchAttributes?: SearchAttributes | undefined;
  readonly log: Narrate;
};

/** Starts the engines with the walls of NATS in place; one that dies unasked is started again. */
export const startGuardedEngines = async (options: GuardedEnginesOptions): Promise<Engines> => {
  const { home, ports, natsPasswords: passwords, searchAttributes, log } = options;
  const natsConfigFile = join(home, 'nats', 'nats.conf');
  const { nats: port, natsMonitor: monitorPort } = ports;
  const storeDir = join(home, 'nats', 'data');
  writeFileSync(natsConfigFile, serverConfig({ storeDir, port, monitorPort, passwords }), { mode: 0o600 });

  const guards: Partial<Record<EngineName, Restarter>> = {};
  const early: (readonly [EngineName, string])[] = [];
  const onDeath = (name: EngineName, how: string): void => {
    const guard = guards[name];
    if (guard) guard.died(how);
    else early.push([name, how]); // while the others were still starting
  };
  const engines = await startEngines({ home, ports, natsConfigFile, searchAttributes, log, onDeath });
  guards.postgres = restarter('PostgreSQL', engines.postgres.start, log);
  guards.nats = restarter('NATS', engines.nats.start, log);
  guards.temporal = restarter('Temporal', engines.temporal.start, log);
  for (const [name, how] of early) guards[name]?.died(how);
  const stop = async () => {
    for (const guard of Object.values(guards)) await guard.rest();
    await engines.stop();
  };
  return { ...engines, stop };
};
