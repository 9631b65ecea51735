import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { until } from '../until.ts';
import { descendantsOf, processBirth } from './process-birth.ts';
import { reapLeftover, signalGroup, writeProcessRecord } from './process-record.ts';

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

/** A process that is ours: it lives no longer than we do, and can be stopped, killed and started again. */
export type OwnedProcess = {
  readonly pid: number | undefined;
  readonly running: () => boolean;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
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

const lastLines = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  } catch {
    return '';
  }
};

const spawnWatched = (plan: ProcessPlan): ChildProcess => {
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

/** Prepares a process to be owned; nothing runs before `start`. */
export const ownProcess = (plan: ProcessPlan): OwnedProcess => {
  let child: ChildProcess | undefined;
  let ended: Promise<string> = Promise.resolve('');
  let asked = false;
  const running = () => child !== undefined;

  const start = async (): Promise<void> => {
    if (child) return;
    await reapLeftover(plan.pidFile, plan.name, plan.grace);
    await plan.beforeStart?.();
    asked = false;
    const born = spawnWatched(plan);
    let isReady = false;
    child = born;
    ended = new Promise((tell) => {
      born.once('error', (error) => tell(error.message));
      born.once('exit', (code, signal) => tell(signal ? `ended by ${signal}` : `ended with code ${code}`));
    });
    const watchedEnd = ended.then(async (how) => {
      if (born.pid !== undefined) signalGroup(born.pid, 'SIGKILL'); // the watcher, and whatever stayed
      await plan.afterEnd?.();
      rmSync(plan.pidFile, { force: true });
      if (child === born) child = undefined;
      if (!asked && isReady) plan.onDeath?.(how);
      return how;
    });
    ended = watchedEnd;
    if (born.pid !== undefined) writeProcessRecord(plan.pidFile, born.pid);
    const came = until(() => child !== born || plan.ready(born.pid ?? 0), {
      within: plan.readyWithin,
      what: `${plan.name} to be ready`,
    });
    await came.catch(async (error: unknown) => {
      await kill();
      throw error;
    });
    if (child !== born) {
      const tail = lastLines(plan.logFile);
      const advice = plan.explain?.(tail);
      throw new Error(`${plan.name} did not start (${await ended}). ${advice ?? ''}\nIts log ${plan.logFile} ends:\n${tail}`);
    }
    isReady = true;
  };

  const stop = async (): Promise<void> => {
    if (child?.pid === undefined) return;
    asked = true;
    const timer = setTimeout(() => void kill(), plan.grace);
    child.kill(plan.stopSignal);
    await ended;
    clearTimeout(timer);
  };

  const kill = async (): Promise<void> => {
    if (child?.pid === undefined) return;
    asked = true;
    const { pid } = child;
    const below = descendantsOf(pid).map((one) => [one, processBirth(one)] as const);
    signalGroup(pid, 'SIGKILL');
    for (const [one, birth] of below) if (birth !== undefined && processBirth(one) === birth) process.kill(one, 'SIGKILL');
    await ended;
    const gone = () => below.every(([one, birth]) => birth === undefined || processBirth(one) !== birth);
    await until(gone, { within: 10_000, what: `the children of ${plan.name} to vanish` });
  };

  return {
    get pid() {
      return child?.pid;
    },
    running,
    start,
    stop,
    kill,
  };
};
