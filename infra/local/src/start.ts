import { join } from 'node:path';
import { Listr } from 'listr2';
import { followLog } from './system/follow-log.ts';
import { houseProcesses, usualHome } from './system/house-processes.ts';
import { type SystemStep, startSystem, systemSteps } from './system/start-system.ts';

const titles: Readonly<Record<SystemStep, string>> = {
  clients: 'Prisma clients',
  engines: 'PostgreSQL, NATS and Temporal',
  database: 'Schemas, roles and migrations',
  streams: 'Streams',
  services: 'Services',
  workflows: 'Workflows',
  portal: 'Portal',
};

const say = (line: string): void => console.log(line);

/** Starts everything, shows how far it is, and stops everything in order on Ctrl-C. */
const main = async (): Promise<void> => {
  const marks = new Map(systemSteps.map((step) => [step, Promise.withResolvers<void>()]));
  const early = () => {
    say('\nStopping before everything was up.');
    process.exit(130); // every process that runs sees our end and stops in good order
  };
  process.on('SIGINT', early).on('SIGTERM', early);

  const notes: string[] = [];
  let running = false;
  const starting = startSystem({
    onStep: (step, state) => state === 'done' && marks.get(step)?.resolve(),
    log: (line) => (running ? say(line) : void notes.push(line)),
  });
  starting.catch((error: unknown) => {
    for (const mark of marks.values()) mark.reject(error);
  });
  const tasks = systemSteps.map((step) => ({
    title: titles[step],
    task: async (_: unknown, task: { output: string }) => {
      const shown = setInterval(() => (task.output = notes.at(-1) ?? ''), 500);
      await marks.get(step)?.promise.finally(() => clearInterval(shown));
    },
  }));
  for (const mark of marks.values())
    mark.promise.catch(() => undefined /* what failed was said already; here only the end matters */);
  await new Listr(tasks, { concurrent: false })
    .run()
    .catch(() => undefined /* what failed was said already; here only the end matters */); // the cause is told below
  const system = await starting;
  running = true;

  say(`\n  Portal     ${system.portalUrl}`);
  say(`  Temporal   ${system.temporalUiUrl}`);
  say(`  NATS       ${system.natsMonitorUrl}`);
  say(`  Logs       ${system.logsDir}`);
  say('\nCtrl-C stops everything.');
  const follows = process.argv.includes('--logs')
    ? houseProcesses.map(({ name }) =>
        followLog(join(usualHome(), 'logs', `${name}.log`), (line) => say(`${name.padEnd(12)} ${line}`)),
      )
    : [];

  process.off('SIGINT', early).off('SIGTERM', early);
  const asked = Promise.withResolvers<void>();
  process.on('SIGINT', () => asked.resolve()).on('SIGTERM', () => asked.resolve());
  await asked.promise;
  say('\nStopping: portal, workflows, services, Temporal, NATS, PostgreSQL.');
  await system.stop();
  for (const unfollow of follows) unfollow();
  say('Stopped.');
};

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
