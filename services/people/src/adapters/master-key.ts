import { readFileSync } from 'node:fs';

let held: Buffer | undefined;
/** The installation's master key, under which persons' keys are wrapped. Read once. */
export const masterKey = (): Buffer => {
  held ??= Buffer.from(readFileSync(process.env.MADANG_MASTER_KEY_FILE ?? '', 'utf8').trim(), 'base64');
  return held;
};
