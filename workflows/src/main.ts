import { readUsers } from '@madang/messaging';
import { faultFacts, makeLog, openMeters, serveHealth } from '@madang/service-kit';
import { openTracing } from '@madang/telemetry';
import { openWorkflows } from './open-workflows.ts';
import { temporalMetrics } from './temporal-metrics.ts';

const traces = await openTracing('workflows');
const log = makeLog('workflows');
const {
  MADANG_NATS_URL = '',
  MADANG_NATS_USERS = '',
  MADANG_TEMPORAL_ADDRESS = '',
  MADANG_TEMPORAL_NAMESPACE = 'default',
  MADANG_WORKER_BUILD_ID,
  MADANG_HOME = '.madang',
  MADANG_HEALTH_PORT = '0',
} = process.env;

let ready = false;
const temporal = await temporalMetrics();
const meters = await openMeters('workflows', temporal?.text);
const health = serveHealth(Number(MADANG_HEALTH_PORT), () => ready, meters);
const open = await openWorkflows({
  natsUrl: MADANG_NATS_URL,
  passwords: readUsers(MADANG_NATS_USERS),
  temporalAddress: MADANG_TEMPORAL_ADDRESS,
  namespace: MADANG_TEMPORAL_NAMESPACE,
  buildId: MADANG_WORKER_BUILD_ID,
  home: MADANG_HOME,
  log,
  temporalMetricsAt: temporal?.bindAddress,
});
meters?.watch(async () => ({ heard: open.heard() }), open.gauges);
ready = true;

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    ready = false;
    const ended = open.stop().then(() => traces?.stop());
    ended.then(
      () => {
        health.close();
        process.exit(0);
      },
      (fault: unknown) => {
        log.error(faultFacts(fault), 'could not stop in order');
        process.exit(1);
      },
    );
  });
