import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file that is made from others, and committed so that it can be read without running anything. */
export type GeneratedFile = { readonly path: string; readonly text: string };

/** Makes one or several files, entirely in memory. */
export type Generator = { readonly name: string; readonly make: () => Promise<readonly GeneratedFile[]> };

export type Verdict = { readonly path: string; readonly state: 'same' | 'stale' | 'missing' };

/** Compares a made file with the one that is committed below `top`. */
export const compare = (top: string, { path, text }: GeneratedFile): Verdict => {
  const place = join(top, path);
  if (!existsSync(place)) return { path, state: 'missing' };
  return { path, state: readFileSync(place, 'utf8') === text ? 'same' : 'stale' };
};

export const write = (top: string, { path, text }: GeneratedFile): void => {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
};
