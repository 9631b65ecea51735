import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { followLog } from './system/follow-log.ts';
import { usualHome } from './system/house-processes.ts';
import { shownLine } from './system/shown-line.ts';

/** `pnpm logs [name …] [--all]`: what the processes and engines say, as people read it; `--all` from the beginning. */
const asked = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const folder = join(usualHome(), 'logs');
const files = (existsSync(folder) ? readdirSync(folder) : []).filter(
  (file) => file.endsWith('.log') && (asked.length === 0 || asked.includes(basename(file, '.log'))),
);
if (files.length === 0) {
  console.error(`No such log in ${folder}: start the system first, or set MADANG_HOME.`);
  process.exit(1);
}
for (const file of files) {
  const say = (line: string): void => {
    if (line !== '') console.log(shownLine(basename(file, '.log'), line, process.stdout.isTTY === true));
  };
  if (process.argv.includes('--all'))
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) say(line);
  followLog(join(folder, file), say);
}
