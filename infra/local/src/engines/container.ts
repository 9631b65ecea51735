import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { StartedTestContainer, WaitStrategy } from 'testcontainers';
import { run } from './find/run.ts';
import type { ProcessPlan } from './owned-process.ts';

export type ContainerPlan = {
  readonly image: string;
  /** The folder on this machine that holds what must last. */
  readonly dir: string;
  readonly logFile: string;
  /** Published ports: on this machine, in the container. */
  readonly ports: readonly (readonly [here: number, inside: number])[];
  /** Folders or files: on this machine, in the container. */
  readonly mounts: readonly (readonly [here: string, inside: string])[];
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly args: readonly string[];
};

type InContainer = Pick<ProcessPlan, 'command' | 'args' | 'beforeStart' | 'afterEnd'> & {
  /** Runs a command inside, while it runs. */
  readonly exec: (args: readonly string[]) => Promise<{ readonly ok: boolean; readonly output: string }>;
};

// Ends when the container ends, and ends it in good order when asked to. Our process for it: whoever watches a process
// of ours, and whatever happens to us, holds for the container too, without a further container that watches (Ryuk).
const keeper = `trap 'docker stop --time 30 "$0"' INT TERM
docker wait "$0" & waiter=$!
while kill -0 $waiter 2>/dev/null; do wait $waiter; done
docker rm --force --volumes "$0"`;

/** Whether it serves is asked from outside, as of an engine that is a binary. */
const askedOutside: WaitStrategy = {
  waitUntilReady: async () => {},
  withStartupTimeout: () => askedOutside,
  isStartupTimeoutSet: () => false,
  getStartupTimeout: () => 0,
};

type PortBindings = Readonly<Record<string, readonly { HostIp?: string }[]>>;

/** Publishes to this machine alone: the library would publish to every network it is in. */
const keepAtHome = (container: object): void => {
  const { PortBindings } = Reflect.get(container, 'hostConfig') as { readonly PortBindings: PortBindings };
  for (const binding of Object.values(PortBindings).flat()) binding.HostIp = '127.0.0.1';
};

const startContainer = async (plan: ContainerPlan, name: string): Promise<StartedTestContainer> => {
  // Loaded for those alone who run containers.
  const { GenericContainer } = await import('testcontainers');
  const container = new GenericContainer(plan.image)
    .withName(name)
    .withCommand([...plan.args])
    .withEnvironment({ ...plan.env })
    .withExposedPorts(...plan.ports.map(([host, inside]) => ({ host, container: inside })))
    .withBindMounts(plan.mounts.map(([source, target]) => ({ source, target })))
    .withLogConsumer((stream) => void stream.pipe(createWriteStream(plan.logFile, { flags: 'a' })))
    .withWaitStrategy(askedOutside)
    .withAutoCleanup(false);
  if (process.getuid) container.withUser(`${process.getuid()}:${process.getgid?.() ?? 0}`);
  keepAtHome(container);
  return container.start();
};

/** The same engine in a container, by testcontainers; it ends with the process that keeps it. */
export const inContainer = (plan: ContainerPlan): InContainer => {
  const name = `madang-${createHash('sha256').update(plan.dir).digest('hex').slice(0, 12)}`;
  const remove = async () => void (await run('docker', ['rm', '--force', '--volumes', name]));
  let started: StartedTestContainer | undefined;
  return {
    command: '/bin/sh',
    args: ['-c', keeper, name],
    beforeStart: async () => {
      await remove();
      started = await startContainer(plan, name);
    },
    afterEnd: remove,
    exec: async (args) => {
      if (started === undefined) return { ok: false, output: `${plan.image} does not run` };
      const { exitCode, output } = await started.exec([...args]);
      return { ok: exitCode === 0, output };
    },
  };
};
