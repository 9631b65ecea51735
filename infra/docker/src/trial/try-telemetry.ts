import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { until } from '@madang/local';
import { type Composition, house, secondsSince, tell, top } from './composition.ts';
import { tryGrafana } from './grafana.ts';
import { canBeHad } from './images.ts';
import { openPrometheus, type Prometheus } from './prometheus.ts';
import { isCalm, tryAlerts } from './try-alerts.ts';
import { tryPanels } from './try-panels.ts';

const ports = { prometheus: '19090', grafana: '13000', jaeger: '26686' } as const;
type Seeing = keyof typeof ports;

/** Everything of the composition but what cannot be had of the services that see. */
const servicesOf = ({
  said,
}: Composition): { readonly all: readonly string[]; readonly has: (name: Seeing) => boolean } => {
  const { services } = JSON.parse(said('config', '--format', 'json').text) as {
    readonly services: Readonly<Record<string, { readonly image?: string }>>;
  };
  const missing = Object.keys(ports).filter((name) => !canBeHad(services[name]?.image ?? name));
  if (missing.length > 0)
    tell(
      `${missing.map((name) => services[name]?.image).join(' and ')} are not here and cannot be pulled: not tried here`,
    );
  return {
    all: Object.keys(services).filter((name) => !missing.includes(name)),
    has: (name) => !missing.includes(name),
  };
};

/** Plays a cycle by the driver of the acceptance, and has it followed at Jaeger. @throws when something is not as it must be */
const tryTraces = async ({ environment, portalUrl }: Composition, jaeger?: string): Promise<void> => {
  const begun = performance.now();
  const at = jaeger === undefined ? [] : ['--jaeger', jaeger];
  const played = spawn(process.execPath, ['packages/acceptance/src/traced.ts', ...at], {
    cwd: top,
    env: { ...environment, MADANG_PORTAL_URL: portalUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: played.stdout }).on('line', tell);
  const [code] = (await once(played, 'close')) as [number | null];
  if (code !== 0) throw new Error('what was played is not as it must be');
  tell(`a small cycle was played${jaeger ? ' and followed' : ''} in ${secondsSince(begun)}`);
};

/** Every room is asked and answers, and every rule is evaluated. @throws with what is not so */
const tryTargets = async (prometheus: Prometheus): Promise<void> => {
  const rooms = [...house, 'temporal'];
  const file = readFileSync(join(top, 'infra/observability/alerts.yml'), 'utf8');
  const rules = file.match(/^ +- alert:/gm)?.length ?? 0;
  const ups = async (): Promise<readonly string[]> =>
    (await prometheus.targets())
      .filter(({ health }) => health === 'up')
      .map(({ labels }) => labels.room ?? '');
  const isWhole = async (): Promise<boolean> => {
    const up = await ups();
    return rooms.every((room) => up.includes(room)) && up.length === rooms.length;
  };
  await until(isWhole, { within: 90_000, every: 1_000, what: 'every room to be asked' }).catch(async () => {
    throw new Error(`not every target is up: ${JSON.stringify(await prometheus.targets())}`);
  });
  const isEvaluated = async (): Promise<boolean> =>
    (await prometheus.rules()).every(({ health }) => health === 'ok');
  await until(isEvaluated, { within: 60_000, every: 1_000, what: 'every rule to hold' });
  const loaded = await prometheus.rules();
  if (loaded.length !== rules) throw new Error(`${loaded.length} of ${rules} rules are loaded`);
  tell(
    `${rooms.length} targets are up: ${rooms.join(', ')}; ${loaded.length} rules are evaluated without error`,
  );
};

/**
 * The composition with `telemetry.env` and every request traced: Jaeger shows whole traces that tell of no person, Prometheus
 * reads everybody, every panel has data, no alert fires while all is well, and those fire that should when it is not.
 */
export const tryTelemetry = async (composition: Composition): Promise<void> => {
  const seeing = composition.like({
    envFile: 'infra/observability/telemetry.env',
    environment: {
      OTEL_TRACES_SAMPLER_ARG: '1',
      MADANG_PROMETHEUS_PORT: ports.prometheus,
      MADANG_GRAFANA_PORT: ports.grafana,
      MADANG_JAEGER_PORT: ports.jaeger,
    },
  });
  const { all, has } = servicesOf(seeing);
  const at = (name: Seeing): string => `http://127.0.0.1:${ports[name]}`;
  seeing.compose('up', '--wait', ...all);
  await tryTraces(seeing, has('jaeger') ? at('jaeger') : undefined);
  if (has('prometheus')) {
    const prometheus = openPrometheus(at('prometheus'));
    await tryTargets(prometheus);
    await tryPanels(prometheus);
    await isCalm(prometheus);
    if (has('grafana')) await tryGrafana(at('grafana'));
    await tryAlerts(seeing, prometheus);
  }
};
