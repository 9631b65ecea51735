import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

const chunk = 4 * 1024 * 1024;

const contains = (file: string, needle: Buffer): boolean => {
  const handle = openSync(file, 'r');
  try {
    // What a read ends with is put before the next, so that a needle across the seam is seen.
    const buffer = Buffer.alloc(chunk + needle.length);
    let kept = 0;
    for (;;) {
      const read = readSync(handle, buffer, kept, chunk, null);
      if (read === 0) return false;
      const filled = kept + read;
      if (buffer.subarray(0, filled).includes(needle)) return true;
      kept = Math.min(needle.length - 1, filled);
      buffer.copy(buffer, 0, filled - kept, filled);
    }
  } finally {
    closeSync(handle);
  }
};

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** The files below a folder, links followed, that hold these bytes anywhere. Files that vanish meanwhile are passed over. */
export const grepFolder = (dir: string, needle: string | Uint8Array): readonly string[] => {
  const bytes = Buffer.from(needle as string);
  if (bytes.length === 0) throw new Error('An empty needle is in every file.');
  const seen = new Set<string>();
  const search = (path: string): readonly string[] => {
    try {
      const stat = statSync(path);
      if (stat.isFile()) return contains(path, bytes) ? [path] : [];
      const real = realpathSync(path);
      if (!stat.isDirectory() || seen.has(real)) return [];
      seen.add(real);
      return readdirSync(path).flatMap((name) => search(join(path, name)));
    } catch (error) {
      if (isGone(error)) return [];
      throw error;
    }
  };
  return search(realpathSync(dir));
};
