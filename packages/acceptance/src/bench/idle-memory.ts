import { readdirSync, readFileSync } from 'node:fs';
import { type Figure, figure } from './figure.ts';

const GIB = 1024 * 1024;
const readable = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    return otherwise; // a process that has just ended
  }
};

/** Processes that descend from this one, by Linux's own account. */
const descendants = (): readonly number[] => {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [
        Number(name),
        readable(
          () => Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1] ?? 0),
          0,
        ),
      ]),
  );
  const isOurs = (pid: number): boolean => {
    for (let at = parents.get(pid) ?? 0; at > 1; at = parents.get(at) ?? 0)
      if (at === process.pid) return true;
    return false;
  };
  return [...parents.keys()].filter(isOurs);
};

const pss = (pid: number): number =>
  readable(
    () => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0),
    0,
  );

/** Proportional set size of the whole idle system, engines included, in GiB; the goal is the baseline. Linux only. */
export const idleMemory = async (): Promise<readonly Figure[]> => {
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const ours = descendants().reduce((sum, pid) => sum + pss(pid), 0) / GIB;
  return [
    figure({
      id: 'idle-memory',
      what: 'memory of the whole system idle, GiB (PSS), against the goal of 1.2 GiB',
      ours,
      baseline: 1.2,
      goal: 1,
      better: 'lower',
    }),
  ];
};
