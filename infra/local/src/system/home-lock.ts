import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processBirth } from '../engines/process-birth.ts';

type Holder = { readonly pid: number; readonly birth: string; readonly look: readonly string[] };

const read = (file: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
};

/** Takes the state folder for this process, or says who has it and where to look. Gives what lets it go. */
export const lockHome = (home: string, look: readonly string[]): (() => void) => {
  const file = join(home, 'system.pid');
  const mine: Holder = { pid: process.pid, birth: processBirth(process.pid) ?? '', look };
  const holder = read(file);
  if (holder !== undefined && processBirth(holder.pid) === holder.birth) {
    const where = holder.look.map((line) => `  ${line}`).join('\n');
    throw new Error(
      `Madang is already running on ${home} as process ${holder.pid}.\n${where}\n` +
        `Stop it with Ctrl-C where it runs, or with "kill ${holder.pid}". For a second one set MADANG_HOME and MADANG_PORT_BASE.`,
    );
  }
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(mine), { flag: 'wx' }); // of two that come at once, one fails here
  return () => rmSync(file, { force: true });
};
