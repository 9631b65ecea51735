import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyPorts, type System, type SystemPorts, startSystem } from '@madang/local';

/** A whole system in a folder of its own, on free ports. */
export type OwnSystem = {
  readonly home: string;
  readonly ports: SystemPorts;
  readonly now: () => System;
  /** Stops everything, does something to the folder, and starts again on the same ports. */
  readonly stoppedFor: (work: (home: string) => void | Promise<void>) => Promise<void>;
  readonly end: () => Promise<void>;
};

/** `env`: further environment for every process. */
export const ownSystem = async (
  log: (line: string) => void = () => {},
  env?: Readonly<Record<string, string>>,
): Promise<OwnSystem> => {
  const home = mkdtempSync(join(tmpdir(), 'madang-story-'));
  chmodSync(home, 0o755); // PostgreSQL may run as another user
  const ports = await anyPorts();
  let system = await startSystem({ home, ports, log, env });
  return {
    home,
    ports,
    now: () => system,
    stoppedFor: async (work) => {
      await system.stop();
      await work(home);
      system = await startSystem({ home, ports, log, env });
    },
    end: async () => {
      await system.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
};
