import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const top = fileURLToPath(new URL('../../..', import.meta.url));
type Composed = {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly environment?: Readonly<Record<string, string | null>>;
        readonly ports?: readonly { readonly published?: string }[];
        readonly volumes?: readonly { readonly type: string; readonly source?: string }[];
      }
    >
  >;
};

/** As `docker compose config` reads it: what the shell says, then the file. */
const composed = (profiles: string | undefined, ...options: readonly string[]): Composed => {
  const { PATH = '', HOME = '' } = process.env;
  const run = spawnSync('docker', ['compose', ...options, 'config', '--format', 'json'], {
    cwd: top,
    encoding: 'utf8',
    env: { PATH, HOME, ...(profiles ? { COMPOSE_PROFILES: profiles } : {}) },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Composed;
};

const house = ['portal', 'forums', 'commitments', 'ministries', 'people', 'workflows'] as const;
const engines = ['postgres', 'nats'] as const;
const seeing = ['prometheus', 'grafana', 'jaeger'] as const;
const withEnv = ['--env-file', 'infra/observability/telemetry.env'];

const docker = spawnSync('docker', ['compose', 'version']).status === 0;
if (!docker) console.log('docker compose is not installed: its profiles are not tried here.');

describe.runIf(docker)('docker-compose.yml', { timeout: 60_000 }, () => {
  const combinations = [
    ['as it comes', () => composed(undefined), ['temporal'], []],
    ['development', () => composed('development'), ['temporal'], []],
    ['production', () => composed('production'), ['temporal-server'], []],
    ['development,telemetry', () => composed('development,telemetry'), ['temporal'], seeing],
    ['production,telemetry', () => composed('production,telemetry'), ['temporal-server'], seeing],
    ['telemetry.env', () => composed(undefined, ...withEnv), ['temporal'], seeing],
    [
      'telemetry.env in production',
      () => composed('production,telemetry', ...withEnv),
      ['temporal-server'],
      seeing,
    ],
  ] as const;

  it.each(combinations)('%s has what belongs to it, and nothing else', (_name, read, temporal, more) => {
    const { services } = read();
    const has = Object.keys(services);
    expect(has).toEqual(expect.arrayContaining([...house, ...engines, ...temporal, ...more]));
    expect(has.includes('temporal')).not.toBe(has.includes('temporal-server'));
    if (more.length === 0)
      expect(has.filter((one) => (seeing as readonly string[]).includes(one))).toEqual([]);
  });
  it.each(combinations)('%s opens no port twice, and mounts only what there is', (_name, read) => {
    const { services } = read();
    const ports = Object.values(services).flatMap(({ ports = [] }) =>
      ports.flatMap(({ published }) => published ?? []),
    );
    expect(new Set(ports).size).toBe(ports.length);
    const mounted = Object.values(services).flatMap(({ volumes = [] }) =>
      volumes.flatMap(({ type, source }) => (type === 'bind' && source ? [source] : [])),
    );
    expect(mounted.filter((one) => !existsSync(one))).toEqual([]);
  });
  it('shows nothing and sends nothing unless it is asked to', () => {
    const { services } = composed('development');
    for (const name of house)
      expect([name, services[name]?.environment]).toMatchObject([
        name,
        { MADANG_METRICS: 'off', OTEL_EXPORTER_OTLP_ENDPOINT: '' },
      ]);
  });
  it('shows everything with telemetry.env alone', () => {
    const { services } = composed(undefined, ...withEnv);
    for (const name of house)
      expect([name, services[name]?.environment]).toMatchObject([
        name,
        { MADANG_METRICS: 'on', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://jaeger:4318' },
      ]);
  });
  it('lets Prometheus read Temporal in both its forms', () => {
    const flags = (composed('development').services.temporal as { command?: readonly string[] }).command;
    expect(flags).toContain('--metrics-port=9090');
    expect(composed('production').services['temporal-server']?.environment).toMatchObject({
      PROMETHEUS_ENDPOINT: '0.0.0.0:9090',
    });
  });
});
