import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  statSync,
  unwatchFile,
  watchFile,
} from 'node:fs';

/** Gives every new line of a log, from now on. Gives what ends it. */
export const followLog = (file: string, onLine: (line: string) => void): (() => void) => {
  let position = existsSync(file) ? statSync(file).size : 0;
  let rest = '';
  const look = () => {
    if (!existsSync(file)) return;
    const handle = openSync(file, 'r');
    const size = Math.max(0, fstatSync(handle).size - position);
    const buffer = Buffer.alloc(size);
    position += readSync(handle, buffer, 0, size, position);
    closeSync(handle);
    const lines = (rest + buffer.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  };
  watchFile(file, { interval: 250 }, look);
  return () => unwatchFile(file, look);
};
