import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixedPorts, houseProcesses, usualHome } from '@madang/local';
import { Command } from 'commander';
import { installationAtHand } from './at-hand.ts';
import { backUp } from './back-up.ts';
import { examine, type Finding } from './doctor.ts';
import { restore } from './restore.ts';

const say = (line: string): void => console.log(line);
const MARKS = { fine: '✓', warning: '!', wrong: '✗' } as const;

const doctor = async ({ json }: { readonly json?: boolean }): Promise<void> => {
  const home = usualHome();
  const ports = fixedPorts();
  const { MADANG_NATS_URL = `nats://127.0.0.1:${ports.nats}`, MADANG_NATS_USERS } = process.env;
  const usersFile = MADANG_NATS_USERS || join(home, 'secrets', 'nats-users.json');
  const users = existsSync(usersFile)
    ? (JSON.parse(readFileSync(usersFile, 'utf8')) as Record<string, string>)
    : {};
  const here = await installationAtHand(home, ports.postgres, { start: false });
  const health = Object.fromEntries(
    houseProcesses.map(({ name }, index) => [name, `http://127.0.0.1:${ports.health + index}/ready`]),
  );
  const findings = await examine({
    ...{
      databaseUrl: here.databaseUrl,
      natsUrl: MADANG_NATS_URL,
      natsPassword: users.infra ?? '',
      health,
      home,
    },
    migrations: Object.fromEntries(
      houseProcesses.flatMap(({ name, migrationsDir }) => (migrationsDir ? [[name, migrationsDir]] : [])),
    ),
    secretsDir: join(home, 'secrets'),
  });
  await here.close();
  if (json) say(JSON.stringify({ findings }, null, 1));
  else for (const one of findings) say(inWords(one));
  const wrong = findings.filter((one) => one.state === 'wrong').length;
  if (!json) say(wrong === 0 ? '\nAll is well.' : `\n${wrong} to put right.`);
  process.exitCode = wrong === 0 ? 0 : 1;
};
const inWords = ({ check, state, what, todo }: Finding): string =>
  `${MARKS[state]} ${check.padEnd(28)} ${what}${todo ? `\n  ${' '.repeat(28)} → ${todo}` : ''}`;

const program = new Command('madang').description('Keeps an installation of Madang.');
program
  .command('doctor')
  .description('looks at engines, migrations, streams, facts, processes and secrets, and says what to do')
  .option('--json', 'findings as JSON')
  .action(doctor);
program
  .command('backup')
  .argument('<file>', 'archive to be written, such as madang.tar.gz')
  .description('writes everything that is truth into one archive, while the system runs')
  .option('--json', 'the manifest as JSON')
  .action(async (file: string, { json }: { readonly json?: boolean }) => {
    const here = await installationAtHand();
    try {
      const manifest = await backUp({ ...here, file, ...(json ? {} : { log: say }) });
      if (json) say(JSON.stringify(manifest));
      else say(`Written: ${file}. Keep the master key apart from it: neither is of use without the other.`);
    } finally {
      await here.close();
    }
  });
program
  .command('restore')
  .argument('<file>', 'archive that a backup wrote')
  .description('puts an archive back onto an empty installation, whole or not at all; no service may run')
  .action(async (file: string) => {
    const here = await installationAtHand();
    try {
      await restore({ ...here, file, log: say });
      say('Restored. Start the system: streams, public site and processes are made again from the facts.');
    } finally {
      await here.close();
    }
  });
program.parseAsync().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
