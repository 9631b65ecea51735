import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { until } from '../until.ts';
import { descendantsOf, processBirth } from './process-birth.ts';
import { reapLeftover, signalGroup, signalOne, writeProcessRecord } from './process-record.ts';
import { lastLines, type ProcessPlan, spawnWatched } from './spawn-watched.ts';

export type { ProcessPlan } from './spawn-watched.ts';

/** A process that is ours: it lives no longer than we do, and can be stopped, killed and started again. */
export type OwnedProcess = {
  readonly pid: number | undefined;
  readonly running: () => boolean;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
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
      throw new Error(
        `${plan.name} did not start (${await ended}). ${advice ?? ''}\nIts log ${plan.logFile} ends:\n${tail}`,
      );
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
    for (const [one, birth] of below)
      if (birth !== undefined && processBirth(one) === birth) signalOne(one, 'SIGKILL');
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
