import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const fieldsOf = (pid: number): readonly string[] | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name stands in brackets and may contain blanks: fields count from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
};

const ps = (...args: readonly string[]): string => {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
};

const hasProc = existsSync('/proc/self/stat');

/**
 * When the process was born, as an opaque word, or undefined when it is gone (a zombie counts as gone).
 * The number of a process is used again by the system; number and birth together name one process.
 */
export const processBirth = (pid: number): string | undefined => {
  if (hasProc) {
    const fields = fieldsOf(pid);
    return fields === undefined || fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  }
  const [state, ...started] = ps('-o', 'stat=,lstart=', '-p', String(pid)).split(/\s+/);
  return !state || state.startsWith('Z') ? undefined : started.join(' ');
};

/** The command line of a process, empty when it is gone or not to be seen. */
export const commandOf = (pid: number): string => {
  if (!hasProc) return ps('-o', 'args=', '-p', String(pid));
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};

const parents = (): readonly (readonly [child: number, parent: number])[] =>
  hasProc
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((name) => [Number(name), Number(fieldsOf(Number(name))?.[1] ?? 0)] as const)
    : ps('-A', '-o', 'pid=,ppid=')
        .split('\n')
        .map((line) => line.trim().split(/\s+/).map(Number))
        .map(([child = 0, parent = 0]) => [child, parent] as const);

/** All living descendants of a process; PostgreSQL's sit in process groups of their own. */
export const descendantsOf = (pid: number): readonly number[] => {
  const all = parents();
  const below = (parent: number): readonly number[] =>
    all.filter(([, p]) => p === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
};
