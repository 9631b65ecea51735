import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Files of evidence on their way: nothing is where the portal looks until `keep`. */
export type Arriving = { readonly keep: () => void; readonly drop: () => void };

const arrivalsIn = (evidenceDir: string): string => join(evidenceDir, '.arriving');

/** Whether files were brought that nobody put in their place: whoever did it was killed. */
export const isArriving = (evidenceDir: string): boolean => existsSync(arrivalsIn(evidenceDir));

/**
 * Copies files of evidence into a folder on the disk where they belong; putting them in their place afterwards is only giving
 * them another name. A file that is there already has the same bytes, for its name is their hash.
 */
export const bringEvidence = (from: string, evidenceDir: string): Arriving => {
  const arrivals = arrivalsIn(evidenceDir);
  rmSync(arrivals, { recursive: true, force: true });
  const names = existsSync(from) ? readdirSync(from) : [];
  const made = mkdirSync(arrivals, { recursive: true });
  const drop = (): void => rmSync(made ?? arrivals, { recursive: true, force: true });
  try {
    for (const name of names) copyFileSync(join(from, name), join(arrivals, name));
  } catch (fault) {
    drop();
    throw fault;
  }
  return {
    keep: () => {
      for (const name of names) renameSync(join(arrivals, name), join(evidenceDir, name));
      rmSync(arrivals, { recursive: true });
    },
    drop,
  };
};
