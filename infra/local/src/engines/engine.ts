import type { OwnedProcess } from './owned-process.ts';

export type Narrate = (line: string) => void;

/** What every engine can be asked. An engine that the environment names is not ours: it is never stopped or killed. */
export type Engine = {
  readonly pid: number | undefined;
  /** Whether we started it, and so may stop and kill it. */
  readonly owned: boolean;
  readonly running: () => boolean;
  /** Starts again on the same data and ports. */
  readonly start: () => Promise<void>;
  /** Stops in good order. */
  readonly stop: () => Promise<void>;
  /** Ends it like a power cut: SIGKILL to all of its processes. */
  readonly kill: () => Promise<void>;
};

/** The engine face of an owned process, together with the facts about this engine. */
export const engineOf = <Facts extends object>(process: OwnedProcess, facts: Facts): Facts & Engine => ({
  ...facts,
  get pid() {
    return process.pid;
  },
  owned: true,
  running: process.running,
  start: process.start,
  stop: process.stop,
  kill: process.kill,
});

/** An engine that runs elsewhere; stopping and killing it is not our business. */
export const foreignEngine = (name: string): Engine => ({
  pid: undefined,
  owned: false,
  running: () => true,
  start: async () => {},
  stop: async () => {},
  kill: async () => {
    throw new Error(
      `${name} was given by the environment and does not belong to this system: it cannot be killed here.`,
    );
  },
});
