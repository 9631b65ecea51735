import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** How to run a process that is to be owned. */
export type ProcessPlan = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv | undefined;
  readonly cwd?: string | undefined;
  /** The system user to run as, when not ourselves. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  readonly logFile: string;
  readonly pidFile: string;
  readonly stopSignal: NodeJS.Signals;
  /** Milliseconds between asking to stop and killing. */
  readonly grace: number;
  /** True once it serves; asked again and again. */
  readonly ready: (pid: number) => boolean | Promise<boolean>;
  /** Milliseconds within which it must serve. */
  readonly readyWithin: number;
  /** Says what to do about the last lines of the log of a start that failed. */
  readonly explain?: ((logTail: string) => string | undefined) | undefined;
  /** What else is to be killed or cleared, e.g. a container behind its client. */
  readonly afterEnd?: (() => void | Promise<void>) | undefined;
  readonly beforeStart?: (() => void | Promise<void>) | undefined;
  /** Told when it ends without having been asked to. */
  readonly onDeath?: ((how: string) => void) | undefined;
};

// The watcher holds the read end of a pipe whose only write end is ours. When we die, however we die, it sees
// the end of file, asks the process to stop, and kills the group when that takes too long. It is forked twice,
// so that the process does not find a child it does not know, and the command takes over the shell's number.
const watched = `exec 3<&0
( ( cat <&3 >/dev/null
    kill -s "$1" $$ 2>/dev/null
    left=$2
    while [ "$left" -gt 0 ] && kill -0 $$ 2>/dev/null; do sleep 0.1; left=$((left - 1)); done
    kill -s KILL -- -$$
  ) </dev/null >/dev/null 2>&1 & )
shift 2
exec "$@" 3<&- </dev/null`;

/** How a log ends, for a message. */
export const lastLines = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  } catch {
    return '';
  }
};

/** Starts the process in a group of its own, watched, so that it ends when we end. */
export const spawnWatched = (plan: ProcessPlan): ChildProcess => {
  const log = openSync(plan.logFile, 'a');
  try {
    const watcher = ['-c', watched, plan.name, plan.stopSignal.slice(3), String(Math.ceil(plan.grace / 100))];
    return spawn('/bin/sh', [...watcher, plan.command, ...plan.args], {
      detached: true, // a process group of its own: Ctrl-C reaches us, not it
      stdio: ['pipe', log, log],
      ...(plan.cwd === undefined ? {} : { cwd: plan.cwd }),
      ...(plan.env === undefined ? {} : { env: plan.env }),
      ...plan.user,
    });
  } finally {
    closeSync(log);
  }
};
