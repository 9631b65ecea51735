import { join } from 'node:path';
import type { Narrate } from './engine.ts';
import { type NatsEngine, startNats } from './nats.ts';
import { type PostgresEngine, startPostgres } from './postgres.ts';
import { startTemporal, type TemporalEngine } from './temporal.ts';
import type { SearchAttributes } from './temporal-api.ts';

export type EnginesOptions = {
  /** The folder that holds all state; each engine has its own folder in it. */
  readonly home: string;
  readonly ports?: {
    readonly postgres?: number | undefined;
    readonly nats?: number | undefined;
    readonly natsMonitor?: number | undefined;
    readonly temporal?: number | undefined;
    readonly temporalUi?: number | undefined;
  };
  readonly natsConfigFile?: string | undefined;
  readonly namespaces?: readonly string[] | undefined;
  readonly searchAttributes?: SearchAttributes | undefined;
  readonly log?: Narrate | undefined;
  /** Told when an engine ends without having been asked to. */
  readonly onDeath?: ((engine: 'postgres' | 'nats' | 'temporal', how: string) => void) | undefined;
};

export type Engines = {
  readonly postgres: PostgresEngine;
  readonly nats: NatsEngine;
  readonly temporal: TemporalEngine;
  /** Stops Temporal, NATS and PostgreSQL, in this order. */
  readonly stop: () => Promise<void>;
};

/** Starts all three engines; when one fails, those that came up are stopped again. */
export const startEngines = async (options: EnginesOptions): Promise<Engines> => {
  const { home, ports = {}, log, onDeath } = options;
  const started = await Promise.allSettled([
    startPostgres({
      dir: join(home, 'postgres'),
      port: ports.postgres,
      log,
      onDeath: (how) => onDeath?.('postgres', how),
    }),
    startNats({
      dir: join(home, 'nats'),
      configFile: options.natsConfigFile,
      port: ports.nats,
      monitorPort: ports.natsMonitor,
      log,
      onDeath: (how) => onDeath?.('nats', how),
    }),
    startTemporal({
      dir: join(home, 'temporal'),
      port: ports.temporal,
      uiPort: ports.temporalUi,
      namespaces: options.namespaces,
      searchAttributes: options.searchAttributes,
      log,
      onDeath: (how) => onDeath?.('temporal', how),
    }),
  ]);
  const [postgres, nats, temporal] = started;
  if (postgres.status === 'fulfilled' && nats.status === 'fulfilled' && temporal.status === 'fulfilled') {
    const stop = async () => {
      await temporal.value.stop();
      await nats.value.stop();
      await postgres.value.stop();
    };
    return { postgres: postgres.value, nats: nats.value, temporal: temporal.value, stop };
  }
  for (const engine of started) if (engine.status === 'fulfilled') await engine.value.stop();
  const reasons = started.flatMap((engine) => (engine.status === 'rejected' ? [engine.reason as Error] : []));
  throw new Error(reasons.map(({ message }) => message).join('\n\n'), { cause: reasons[0] });
};
