import { readFileSync } from 'node:fs';

/**
 * A secret that a process is told: what the file named by `<name>_FILE` holds, or else the variable itself.
 * @throws when that file is not there
 */
export const secretSetting = (
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
): string | undefined => {
  const file = environment[`${name}_FILE`];
  return (file ? readFileSync(file, 'utf8').trim() : environment[name]) || undefined;
};
