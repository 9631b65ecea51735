import type { Service } from '@madang/decider';
import type { Database, Db } from '@madang/record';
import { openTracing } from '@madang/telemetry';
import { serveHealth } from './health.ts';
import { faultFacts } from './kept-out.ts';
import { makeLog } from './log.ts';
import type { OwnGauges } from './meters.ts';
import { openMeters } from './open-meters.ts';
import { type Opening, openService } from './open-service.ts';
import { readSettings } from './settings.ts';

/**
 * The whole main of a service: settings from the environment, doors open, `/ready` on the health port, and an orderly end
 * on SIGTERM or SIGINT.
 */
export const runService = async <P>(
  service: Service<P>,
  how: {
    readonly connect: (url: string) => Database & { readonly $disconnect: () => Promise<void> };
    readonly rows: (tx: Db) => P;
    readonly beside?: Opening<P>['beside'];
    /** What the service counts of its own. */
    readonly gauges?: OwnGauges;
  },
): Promise<void> => {
  const traces = await openTracing(service.name);
  const log = makeLog(service.name);
  const settings = readSettings();
  const database = how.connect(settings.databaseUrl);
  let ready = false;
  const meters = await openMeters(service.name);
  const health = serveHealth(settings.healthPort, () => ready, meters);
  const open = await openService({
    service,
    database,
    rows: how.rows,
    natsUrl: settings.natsUrl,
    passwords: settings.passwords,
    masterKey: settings.masterKey,
    log,
    only: settings.only,
    ...(how.beside ? { beside: how.beside } : {}),
    ...(meters ? { meters } : {}),
    ...(how.gauges ? { gauges: how.gauges } : {}),
  });
  ready = true;
  const close = async (): Promise<void> => {
    ready = false;
    await open.stop();
    await database.$disconnect();
    await traces?.stop();
    health.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () =>
      close().catch((fault: unknown) => {
        log.error(faultFacts(fault), 'could not stop in order');
        process.exit(1);
      }),
    );
};
