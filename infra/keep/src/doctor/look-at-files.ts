import { existsSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nextKeyFile } from '../rotate/rotate-master-key.ts';
import { type Finding, fine, wrong } from './finding.ts';

/** Lies beside secrets that were made by themselves, and is none. */
const MARK = 'made-for-development';
/** Bytes. */
const LEAST_FREE = 2 * 1024 ** 3;

const ofSecret = (folder: string, name: string): Finding =>
  (statSync(join(folder, name)).mode & 0o077) === 0
    ? fine(`secret ${name}`, 'readable by its owner alone')
    : wrong(
        `secret ${name}`,
        'others can read it',
        `chmod 600 ${join(folder, name)}, and change what it holds: madang rotate.`,
      );

const ofMasterKey = (file: string): Finding => {
  const check = 'master key';
  const back = 'Bring the right one back: nothing can be read without it.';
  if (!existsSync(file)) return wrong(check, `is not in ${file}`, back);
  if (existsSync(nextKeyFile(file)))
    return wrong(
      check,
      'a change of it was begun and not finished: no service gets into the database',
      'madang rotate master-key goes on with it.',
    );
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64').length === 32
    ? fine(check, '32 bytes')
    : wrong(check, 'is not 32 bytes in base64', back);
};

const ofDisk = (home: string): Finding => {
  if (!existsSync(home)) return wrong('disk', `${home} is not there`, 'Start the system: it makes it.');
  const { bavail, bsize } = statfsSync(home);
  const free = bavail * bsize;
  const gib = (free / 1024 ** 3).toFixed(1);
  return free >= LEAST_FREE
    ? fine('disk', `${gib} GiB free`)
    : wrong('disk', `${gib} GiB free`, 'Make room: a full disk stops every acknowledgement.');
};

/** Secrets that only their owner reads, a master key that is one, and room on the disk. */
export const lookAtFiles = (at: {
  readonly secretsDir: string | undefined;
  readonly masterKeyFile: string;
  readonly home: string;
}): readonly Finding[] => {
  const { secretsDir } = at;
  const secrets =
    secretsDir && existsSync(secretsDir)
      ? readdirSync(secretsDir, { recursive: true, encoding: 'utf8' })
          .filter((name) => name !== MARK && statSync(join(secretsDir, name)).isFile())
          .toSorted()
      : [];
  return [
    ...secrets.map((name) => ofSecret(secretsDir ?? '', name)),
    ofMasterKey(at.masterKeyFile),
    ofDisk(at.home),
  ];
};
