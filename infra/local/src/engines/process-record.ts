import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { until } from '../until.ts';
import { processBirth } from './process-birth.ts';

type Named = { readonly pid: number; readonly birth: string };

/** What the pid file of an owned process says: the process, and who started it. */
export type ProcessRecord = Named & { readonly owner: Named };

const isAlive = ({ pid, birth }: Named): boolean => processBirth(pid) === birth;

const read = (file: string): ProcessRecord | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessRecord;
  } catch {
    return undefined;
  }
};

/** Writes down who runs and who started it. */
export const writeProcessRecord = (file: string, pid: number): void => {
  const owner = { pid: process.pid, birth: processBirth(process.pid) ?? '' };
  writeFileSync(file, JSON.stringify({ pid, birth: processBirth(pid) ?? '', owner } satisfies ProcessRecord));
};

/** Sends a signal to a process; one that is gone is fine. */
export const signalOne = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Sends a signal to a whole process group; a group that is gone is fine. */
export const signalGroup = (leader: number, signal: NodeJS.Signals): void => signalOne(-leader, signal);

/**
 * Clears away what an earlier run left: waits for an orphan that is stopping, kills one that does not stop,
 * and refuses when the one who started it still lives.
 */
export const reapLeftover = async (file: string, name: string, within: number): Promise<void> => {
  const left = read(file);
  if (left !== undefined && isAlive(left)) {
    if (isAlive(left.owner)) {
      throw new Error(
        `${name} is already running as process ${left.pid}, started by process ${left.owner.pid}. ` +
          `Stop that one first (Ctrl-C where it runs, or "kill ${left.owner.pid}").`,
      );
    }
    const gone = () => !isAlive(left);
    await until(gone, { within, what: `the orphaned ${name} (process ${left.pid}) to stop` }).catch(
      async () => {
        signalGroup(left.pid, 'SIGKILL');
        await until(gone, { within: 5_000, what: `the killed ${name} (process ${left.pid}) to vanish` });
      },
    );
  }
  rmSync(file, { force: true });
};
