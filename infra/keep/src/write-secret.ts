import { chmodSync, closeSync, fsyncSync, openSync, renameSync, statSync, writeSync } from 'node:fs';

/** Writes a secret whole or not at all, readable as the one before was, or else by its owner alone. */
export const writeSecret = (file: string, text: string): void => {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0o600;
  const handle = openSync(`${file}.partial`, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  chmodSync(`${file}.partial`, mode & 0o777);
  renameSync(`${file}.partial`, file);
};
