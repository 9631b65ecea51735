import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeStreams } from '@madang/nats-infra';
import { generateClients, prepareDatabase, urlOfService } from '@madang/postgres-infra';
import type { Narrate } from '../engines/engine.ts';
import { freePort } from '../engines/free-port.ts';
import type { Engines } from '../engines/start-engines.ts';
import type { SearchAttributes } from '../engines/temporal-api.ts';
import { startGuardedEngines } from './guarded-engines.ts';
import { lockHome } from './home-lock.ts';
import { houseProcesses, type ProcessOrder, stages, usualHome } from './house-processes.ts';
import { fixedPorts, type SystemPorts } from './ports.ts';
import { prepareSecrets } from './secrets.ts';
import { type SystemProcess, systemProcess } from './system-process.ts';

/** The steps of a start, in their order. */
export const systemSteps = ['clients', 'engines', 'database', 'streams', ...stages] as const;
export type SystemStep = (typeof systemSteps)[number];

export type SystemOptions = {
  /** The folder of all state; MADANG_HOME or `.madang` when not given. */
  readonly home?: string | undefined;
  /** MADANG_PORT_BASE and what follows from it when not given. */
  readonly ports?: SystemPorts | undefined;
  /** The processes to run; those of the house when not given. */
  readonly processes?: readonly ProcessOrder[] | undefined;
  /** Whether Prisma clients are written anew where their schema changed; true when not given. */
  readonly generate?: boolean | undefined;
  readonly searchAttributes?: SearchAttributes | undefined;
  /** Further environment for every process. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly onStep?: ((step: SystemStep, state: 'begun' | 'done') => void) | undefined;
  readonly log?: Narrate | undefined;
};

export type System = {
  readonly home: string;
  readonly logsDir: string;
  readonly portalUrl: string;
  readonly temporalUiUrl: string;
  readonly natsMonitorUrl: string;
  readonly engines: Engines;
  readonly processes: Readonly<Record<string, SystemProcess>>;
  /** The environment that the processes have in common, for a further one that joins them. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops portal, workflows, services, Temporal, NATS and PostgreSQL, in this order. */
  readonly stop: () => Promise<void>;
};

const database = 'madang';
type Undo = () => Promise<void> | void;

/** Starts a whole system, or nothing: when a step fails, what already runs is stopped again. */
export const startSystem = async (options: SystemOptions = {}): Promise<System> => {
  const { home = usualHome(), ports = fixedPorts(), processes: orders = houseProcesses } = options;
  const log = options.log ?? (() => {});
  const logsDir = join(home, 'logs');
  for (const folder of [home, logsDir, join(home, 'run'), join(home, 'nats')])
    mkdirSync(folder, { recursive: true });
  const portalUrl = `http://127.0.0.1:${ports.portal}`;
  const look = [`Portal: ${portalUrl}`, `Temporal: http://127.0.0.1:${ports.temporalUi}`, `Logs: ${logsDir}`];

  const undo: Undo[] = [lockHome(home, look)];
  const stop = async () => {
    for (let last = undo.pop(); last !== undefined; last = undo.pop()) await last();
  };
  const step = async <T>(name: SystemStep, work: () => Promise<T>): Promise<T> => {
    options.onStep?.(name, 'begun');
    const result = await work();
    options.onStep?.(name, 'done');
    return result;
  };

  try {
    const withSchema = orders.filter((order) => order.migrationsDir !== undefined);
    const secrets = prepareSecrets(
      home,
      withSchema.map(({ name }) => name),
    );
    await step('clients', async () => (options.generate === false ? {} : generateClients()));

    const { natsPasswords } = secrets;
    // What operators search processes by (workflows/src/search-attributes.ts).
    const usual = {
      MadangForum: 'Keyword',
      MadangCycle: 'Keyword',
      MadangStage: 'Keyword',
      MadangDue: 'Datetime',
    } as const;
    const searchAttributes = options.searchAttributes ?? usual;
    const engines = await step('engines', () =>
      startGuardedEngines({ home, ports, natsPasswords, searchAttributes, log }),
    );
    undo.push(engines.stop);

    const adminUrl = engines.postgres.url;
    const passwordOf = (name: string) => secrets.databasePasswords[name] ?? '';
    await step('database', () =>
      prepareDatabase({
        adminUrl,
        database,
        services: withSchema.map(({ name, migrationsDir = '' }) => ({
          name,
          migrationsDir,
          password: passwordOf(name),
        })),
      }),
    );
    await step('streams', () => makeStreams({ url: engines.nats.url, password: natsPasswords.infra ?? '' }));

    const env = {
      NODE_ENV: 'development',
      MADANG_NATS_URL: engines.nats.url,
      MADANG_NATS_USERS: secrets.natsUsersFile,
      MADANG_TEMPORAL_ADDRESS: engines.temporal.address,
      MADANG_MASTER_KEY_FILE: secrets.masterKeyFile,
      MADANG_TEMPORAL_UI: engines.temporal.uiUrl,
      // Where the links of mails and calls lead.
      MADANG_PORTAL_URL: process.env.MADANG_PORTAL_URL ?? portalUrl,
      ...options.env,
    };
    const processes: Record<string, SystemProcess> = {};
    for (const [index, order] of orders.entries()) {
      const { name, stage, migrationsDir } = order;
      const healthPort = ports.health === 0 ? await freePort() : ports.health + index;
      const own = {
        MADANG_SERVICE: name,
        MADANG_HEALTH_PORT: String(healthPort),
        ...(migrationsDir === undefined
          ? {}
          : { MADANG_DATABASE_URL: urlOfService(adminUrl, database, name, passwordOf(name)) }),
        ...(stage === 'portal' ? { MADANG_PORT: String(ports.portal) } : {}),
      };
      processes[name] = systemProcess({ order, home, healthPort, env: { ...env, ...own }, narrate: log });
    }
    for (const stage of stages) {
      const ofStage = orders
        .filter((order) => order.stage === stage)
        .flatMap(({ name }) => processes[name] ?? []);
      undo.push(async () => void (await Promise.all(ofStage.map((one) => one.stop()))));
      await step(stage, () => Promise.all(ofStage.map((one) => one.start())));
    }
    const { uiUrl: temporalUiUrl } = engines.temporal;
    const natsMonitorUrl = engines.nats.monitorUrl;
    return { home, logsDir, portalUrl, temporalUiUrl, natsMonitorUrl, engines, processes, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
