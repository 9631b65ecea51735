import { resolve } from 'node:path';
import { Command } from 'commander';
import { archiveAt, dropOlder } from './archive-name.ts';
import { installationAtHand } from './at-hand.ts';
import { backUp } from './back-up.ts';
import { examine } from './doctor/examine.ts';
import type { Finding } from './doctor/finding.ts';
import { readKey } from './master-key.ts';
import { restore } from './restore.ts';
import { rotateMasterKey } from './rotate/rotate-master-key.ts';
import { rotatePasswords } from './rotate/rotate-passwords.ts';
import { rotationAtHand } from './rotate/rotation-at-hand.ts';
import { whereToLook } from './where-to-look.ts';

const say = (line: string): void => console.log(line);
const MARKS = { fine: '✓', warning: '!', wrong: '✗' } as const;

const inWords = ({ check, state, what, todo }: Finding): string =>
  `${MARKS[state]} ${check.padEnd(28)} ${what}${todo ? `\n  ${' '.repeat(28)} → ${todo}` : ''}`;

const doctor = async ({ json }: { readonly json?: boolean }): Promise<void> => {
  const findings = await examine(await whereToLook());
  const wrong = findings.filter((one) => one.state === 'wrong').length;
  if (json) say(JSON.stringify({ findings }, null, 1));
  else {
    for (const one of findings) say(inWords(one));
    say(wrong === 0 ? '\nAll is well.' : `\n${wrong} to put right.`);
  }
  process.exitCode = wrong === 0 ? 0 : 1;
};

type BackupOptions = { readonly json?: boolean; readonly keep?: number };
const backup = async (named: string, { json, keep }: BackupOptions): Promise<void> => {
  const file = archiveAt(named);
  const here = await installationAtHand();
  try {
    const manifest = await backUp({ ...here, file, ...(json ? {} : { log: say }) });
    const dropped = keep === undefined ? [] : dropOlder(resolve(file), keep);
    if (json) return say(JSON.stringify(manifest));
    for (const one of dropped) say(`Deleted: ${one}, older than the newest ${keep}.`);
    say(`Written: ${file}. Keep the master key apart from it: neither is of use without the other.`);
  } finally {
    await here.close();
  }
};

const putBack = async (file: string, { masterKey }: { readonly masterKey?: string }): Promise<void> => {
  const here = await installationAtHand();
  try {
    const own = masterKey ? { masterKey: readKey(masterKey), putKeyInto: here.masterKeyFile } : {};
    await restore({ ...here, ...own, file, log: say });
    say('Restored. Start the system: streams, public site and processes are made again from the facts.');
  } finally {
    await here.close();
  }
};

const howMany = (text: string): number => {
  const many = Number(text);
  if (!Number.isInteger(many) || many < 1)
    throw new Error(`--keep ${text}: give how many archives stay, 1 or more.`);
  return many;
};

const program = new Command('madang').description('Keeps an installation of Madang.');
program
  .command('doctor')
  .description('looks at engines, clocks, grants, streams, facts, processes and secrets, and says what to do')
  .option('--json', 'findings as JSON')
  .action(doctor);
program
  .command('backup')
  .argument(
    '<file>',
    'archive to be written, such as madang.tar.gz, or a folder for one named after the moment',
  )
  .description('writes everything that is truth into one archive, while the system runs')
  .option('--keep <n>', 'delete archives in that folder but for the newest n', howMany)
  .option('--json', 'the manifest as JSON')
  .action(backup);
program
  .command('restore')
  .argument('<file>', 'archive that a backup wrote')
  .description('puts an archive back onto an empty installation, whole or not at all; no service may run')
  .option(
    '--master-key <file>',
    'the key it was sealed under: put in place of the one that the empty installation made',
  )
  .action(putBack);
const rotate = program
  .command('rotate')
  .description('changes secrets while nothing runs; killed, it goes on');
rotate
  .command('passwords')
  .description('other passwords for the database and for NATS')
  .action(async () => {
    const { passwords, close } = await rotationAtHand();
    await rotatePasswords({ ...passwords(), log: say }).finally(close);
    say('Start everything anew, the engines too: from then on the former passwords are refused.');
  });
rotate
  .command('master-key')
  .description('wraps every key anew under another master key')
  .action(async () => {
    const { masterKey, close } = await rotationAtHand();
    const rotating = masterKey().then((at) => rotateMasterKey({ ...at, log: say }));
    await rotating.finally(close);
    say(
      'Done. Keep a copy of the new key, make a backup, start the system. Delete the former key with the archives made under it.',
    );
  });
program.parseAsync().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
