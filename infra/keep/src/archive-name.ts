import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const OURS = /^madang-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.tar\.gz$/;

/** The archive that was named, or, where a folder was, one in it that is named after the moment. */
export const archiveAt = (named: string, now = new Date()): string => {
  const isFolder = named.endsWith('/') || (existsSync(named) && statSync(named).isDirectory());
  const moment = now
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  return isFolder ? join(named, `madang-${moment}.tar.gz`) : named;
};

/** Deletes archives that are named after their moment beside this one, but for the newest. @returns what was deleted */
export const dropOlder = (archive: string, keep: number): readonly string[] => {
  const folder = dirname(archive);
  const mine = OURS.test(basename(archive)) ? readdirSync(folder).filter((one) => OURS.test(one)) : [];
  const old = mine.toSorted().toReversed().slice(keep);
  for (const one of old) rmSync(join(folder, one));
  return old;
};
