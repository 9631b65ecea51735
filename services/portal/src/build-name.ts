import { spawnSync } from 'node:child_process';

/** Which code this is: `MADANG_BUILD` as an image is given it, else the commit of the folder it runs from, if there is one. */
export const buildName = ({ MADANG_BUILD }: Readonly<Record<string, string | undefined>>): string | null => {
  if (MADANG_BUILD) return MADANG_BUILD.slice(0, 60);
  const asked = spawnSync('git', ['rev-parse', '--short=12', 'HEAD'], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  return asked.status === 0 ? asked.stdout.trim() : null;
};
