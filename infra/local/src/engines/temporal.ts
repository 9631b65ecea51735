import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../until.ts';
import { inContainer } from './container.ts';
import { type Engine, engineOf, foreignEngine, type Narrate } from './engine.ts';
import { temporalBinary } from './find/catalogue.ts';
import { findEngine } from './find/find-engine.ts';
import { run } from './find/run.ts';
import { demandFreePort, freePort } from './free-port.ts';
import { ownProcess } from './owned-process.ts';
import { createNamespace, namespaceServes, type Operator, type SearchAttributes } from './temporal-api.ts';

export type TemporalOptions = {
  /** The folder of this engine: database file, log, pid file. */
  readonly dir: string;
  readonly port?: number | undefined;
  readonly uiPort?: number | undefined;
  /** Namespaces to have; `default` is always among them. */
  readonly namespaces?: readonly string[] | undefined;
  readonly searchAttributes?: SearchAttributes | undefined;
  readonly log?: Narrate | undefined;
  /** Told when the engine ends without having been asked to. */
  readonly onDeath?: ((how: string) => void) | undefined;
};

export type TemporalEngine = Engine & {
  readonly address: string;
  readonly uiUrl: string;
  /** Temporal's HTTP API, under the same rights as its address. */
  readonly httpUrl: string;
  /** Where it tells Prometheus of itself; empty where it runs elsewhere. */
  readonly metricsUrl: string;
  readonly dataDir: string;
  readonly logFile: string;
  /** Makes a further namespace, by default with the same search attributes, and waits until it takes requests. */
  readonly createNamespace: (name: string, attributes?: SearchAttributes) => Promise<void>;
};

// The development server's limits are set for a laptop demo; a rehearsal steps through years in a minute.
const dynamicConfig: Readonly<Record<string, unknown>> = {
  'frontend.namespaceRPS': 20_000,
  'frontend.namespaceRPS.visibility': 2_000,
  'frontend.rps': 20_000,
  'history.rps': 50_000,
  'matching.rps': 50_000,
  'history.persistenceMaxQPS': 50_000,
  'matching.persistenceMaxQPS': 50_000,
  'frontend.persistenceMaxQPS': 50_000,
  'matching.numTaskqueueReadPartitions': 1,
  'matching.numTaskqueueWritePartitions': 1,
  'limit.maxIDLength': 1_000,
};

const opening =
  (httpUrl: string, usual: SearchAttributes, operator: Operator) =>
  async (name: string, attributes = usual) => {
    await createNamespace(httpUrl, name, attributes, operator);
    const serves = () => namespaceServes(httpUrl, name, attributes);
    await until(serves, { within: 60_000, what: `Temporal's namespace ${name} to take requests`, every: 50 });
  };

const foreign = async (
  address: string,
  options: TemporalOptions,
  dataDir: string,
): Promise<TemporalEngine> => {
  const httpUrl = process.env.MADANG_TEMPORAL_HTTP_URL ?? `http://${address.split(':')[0]}:7243`;
  const uiUrl = process.env.MADANG_TEMPORAL_UI_URL ?? '';
  const byHand: Operator = async (args) => ({
    ok: false,
    output: `add them by hand: temporal operator ${args.join(' ')} --address ${address}`,
  });
  const open = opening(httpUrl, options.searchAttributes ?? {}, byHand);
  const reached = await fetch(`${httpUrl}/api/v1/namespaces`).catch(() => undefined);
  if (reached === undefined) {
    throw new Error(
      `Temporal at ${address} does not answer on its HTTP API, ${httpUrl}. ` +
        'Is it running? MADANG_TEMPORAL_HTTP_URL names another address of that API.',
    );
  }
  for (const name of new Set(['default', ...(options.namespaces ?? [])])) await open(name);
  const facts = { address, uiUrl, httpUrl, metricsUrl: '', dataDir, logFile: '', createNamespace: open };
  return { ...foreignEngine('Temporal'), ...facts };
};

/** Starts Temporal's development server on a database file, or takes the one that MADANG_TEMPORAL_ADDRESS names. */
export const startTemporal = async (options: TemporalOptions): Promise<TemporalEngine> => {
  const found = await findEngine(temporalBinary, options.log ?? (() => {}));
  const dataDir = join(options.dir, 'data');
  if (found.kind === 'address') return foreign(found.address, options, dataDir);

  mkdirSync(dataDir, { recursive: true });
  const port = options.port ?? (await freePort());
  const uiPort = options.uiPort ?? (await freePort());
  await demandFreePort(port, 'Temporal');
  await demandFreePort(uiPort, "Temporal's pages");
  const [httpPort, metricsPort] = [await freePort(), await freePort()];
  const httpUrl = `http://127.0.0.1:${httpPort}`;
  const attributes = options.searchAttributes ?? {};
  const namespaces = [...new Set(['default', ...(options.namespaces ?? [])])];

  const args = (ip: string, folder: string, ports: readonly [number, number, number]) => [
    ...['server', 'start-dev', '--ip', ip, '--db-filename', `${folder}/temporal.db`, '--log-level', 'error'],
    ...['--port', String(ports[0]), '--ui-port', String(ports[1]), '--http-port', String(ports[2])],
    ...['--metrics-port', String(metricsPort)],
    ...namespaces.flatMap((name) => ['--namespace', name]),
    ...Object.entries(attributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
    ...Object.entries(dynamicConfig).flatMap(([k, v]) => [
      '--dynamic-config-value',
      `${k}=${JSON.stringify(v)}`,
    ]),
  ];
  const logFile = join(options.dir, 'temporal.log');
  const address = `127.0.0.1:${port}`;
  const how =
    found.kind === 'binary'
      ? {
          command: found.path,
          args: args('127.0.0.1', dataDir, [port, uiPort, httpPort]),
          exec: ([, ...asked]: readonly string[]) => run(found.path, [...asked, '--address', address]),
        }
      : inContainer({
          image: found.image,
          dir: options.dir,
          logFile,
          ports: [
            [port, 7233],
            [uiPort, 8233],
            [httpPort, 7243],
            [metricsPort, metricsPort],
          ],
          mounts: [[dataDir, '/data']],
          args: args('0.0.0.0', '/data', [7233, 8233, 7243]),
        });
  if (found.kind === 'image') options.log?.(`Temporal: in a container (${found.image})`);
  const temporal = ownProcess({
    name: 'Temporal',
    ...how,
    logFile,
    pidFile: join(options.dir, 'temporal.pid'),
    onDeath: options.onDeath,
    stopSignal: 'SIGINT',
    grace: 20_000,
    readyWithin: 120_000,
    ready: async () =>
      (await Promise.all(namespaces.map((n) => namespaceServes(httpUrl, n, attributes)))).every(Boolean),
  });
  const operator: Operator = (asked) => how.exec(['temporal', 'operator', ...asked]);
  await temporal.start();
  return engineOf(temporal, {
    address,
    uiUrl: `http://127.0.0.1:${uiPort}`,
    httpUrl,
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    dataDir,
    logFile,
    createNamespace: opening(httpUrl, attributes, operator),
  });
};
