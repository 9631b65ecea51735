import { existsSync, readFileSync } from 'node:fs';

/** The master key in a file. @throws when there is none, or what is there is none */
export const readKey = (file: string): Buffer => {
  if (!existsSync(file))
    throw new Error(`There is no master key in ${file}: put the one of this installation there.`);
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new Error(`${file} holds no master key: it must be 32 bytes in base64.`);
  return key;
};
