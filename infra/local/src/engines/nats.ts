import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inContainer } from './container.ts';
import { type Engine, engineOf, foreignEngine, type Narrate } from './engine.ts';
import { natsBinary } from './find/catalogue.ts';
import { findEngine } from './find/find-engine.ts';
import { demandFreePort, freePort } from './free-port.ts';
import { ownProcess } from './owned-process.ts';

export type NatsOptions = {
  /** The folder of this engine: data, log, pid file. */
  readonly dir: string;
  /** The server's configuration; ports are set from here, and the folder of streams where it names none. Without it: JetStream, no users. */
  readonly configFile?: string | undefined;
  readonly port?: number | undefined;
  readonly monitorPort?: number | undefined;
  readonly log?: Narrate | undefined;
  /** Told when the engine ends without having been asked to. */
  readonly onDeath?: ((how: string) => void) | undefined;
};

export type NatsEngine = Engine & {
  readonly url: string;
  readonly monitorUrl: string;
  /** Where the streams lie. */
  readonly dataDir: string;
  readonly logFile: string;
};

const isHealthy = async (monitorUrl: string): Promise<boolean> =>
  (await fetch(`${monitorUrl}/healthz`, { signal: AbortSignal.timeout(2_000) })).ok;

/** In a container the monitor must listen on every address; which of them is reached is decided by the published ports. */
const openToItsContainer = (config: string): string => {
  const inside = `${config}.container`;
  const opened = readFileSync(config, 'utf8').replace(/^http: "[^":]*:/m, 'http: "0.0.0.0:');
  writeFileSync(inside, opened, { mode: 0o600 });
  return inside;
};

/** Starts a NATS server with JetStream, or takes the one that MADANG_NATS_URL names. */
export const startNats = async (options: NatsOptions): Promise<NatsEngine> => {
  const found = await findEngine(natsBinary, options.log ?? (() => {}));
  const dataDir = join(options.dir, 'data');
  const logFile = join(options.dir, 'nats.log');
  if (found.kind === 'address') {
    const monitorUrl = process.env.MADANG_NATS_MONITOR_URL ?? '';
    return { ...foreignEngine('NATS'), url: found.address, monitorUrl, dataDir, logFile };
  }
  mkdirSync(dataDir, { recursive: true });
  const port = options.port ?? (await freePort());
  const monitorPort = options.monitorPort ?? (await freePort());
  await demandFreePort(port, 'NATS');
  await demandFreePort(monitorPort, "NATS's monitor");
  const monitorUrl = `http://127.0.0.1:${monitorPort}`;

  const config = options.configFile;
  // The server takes the folder of its streams from one place only.
  const namesFolder = config !== undefined && /^\s*"?store_dir\b/m.test(readFileSync(config, 'utf8'));
  const args = (address: string, client: number, monitor: number, file = config) => [
    ...['--addr', address, '--port', String(client), '--http_port', String(monitor), '--jetstream'],
    ...(namesFolder ? [] : ['--store_dir', dataDir]),
    ...(file === undefined ? [] : ['--config', file]),
  ];
  if (found.kind === 'image') options.log?.(`NATS: in a container (${found.image})`);
  const how =
    found.kind === 'binary'
      ? { command: found.path, args: args('127.0.0.1', port, monitorPort) }
      : inContainer({
          image: found.image,
          dir: options.dir,
          logFile,
          ports: [
            [port, 4222],
            [monitorPort, 8222],
          ],
          mounts: [dataDir, ...(config === undefined ? [] : [dirname(config)])].map((one) => [one, one]),
          args: args('0.0.0.0', 4222, 8222, config && openToItsContainer(config)),
        });
  const nats = ownProcess({
    name: 'NATS',
    ...how,
    logFile,
    pidFile: join(options.dir, 'nats.pid'),
    onDeath: options.onDeath,
    stopSignal: 'SIGTERM',
    grace: 15_000,
    readyWithin: 60_000,
    ready: () => isHealthy(monitorUrl),
  });
  await nats.start();
  return engineOf(nats, { url: `nats://127.0.0.1:${port}`, monitorUrl, dataDir, logFile });
};
