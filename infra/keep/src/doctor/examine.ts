import type { Finding } from './finding.ts';
import { headsNow } from './heads-now.ts';
import { lookAtClock, type TemporalAt } from './look-at-clock.ts';
import { lookAtDatabase } from './look-at-database.ts';
import { lookAtFiles } from './look-at-files.ts';
import { lookAtNats } from './look-at-nats.ts';
import { lookAtDesk, lookAtHealth, nodeVersion } from './look-at-processes.ts';
import type { NatsAt } from './nats-at.ts';

export type DoctorOptions = {
  readonly databaseUrl: string;
  readonly nats: NatsAt;
  readonly temporal: TemporalAt;
  /** Health addresses of the processes, by name. */
  readonly health: Readonly<Record<string, string>>;
  /** Folders of migrations by schema. */
  readonly migrations: Readonly<Record<string, string>>;
  readonly secretsDir: string | undefined;
  readonly masterKeyFile: string;
  readonly home: string;
};

/** Looks at everything an installation stands on, and says of each what to do. It changes nothing. */
export const examine = async (options: DoctorOptions): Promise<readonly Finding[]> => {
  const heads = () => headsNow(options.databaseUrl);
  const [database, nats, desk, clock, health] = await Promise.all([
    lookAtDatabase(options.databaseUrl, options.migrations),
    lookAtNats(options.nats, heads),
    lookAtDesk(options.nats, heads),
    lookAtClock(options.temporal),
    lookAtHealth(options.health),
  ]);
  return [
    ...database,
    ...nats,
    ...clock,
    ...desk,
    ...health,
    nodeVersion('here', process.version),
    ...lookAtFiles(options),
  ];
};
