import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '@madang/contracts';
import type { Database } from '@madang/record';

/** How a service stands, looked at when somebody asks for its metrics. */
export type Standing = {
  /** Number of the last fact it recorded, and of the last one its stream has. */
  readonly recorded: number;
  readonly published: number;
  /** Seconds for which the oldest unpublished fact has waited. */
  readonly oldest: number;
  readonly heard: Readonly<Record<string, number>>;
  readonly waiting: number;
  readonly parked: number;
};
/** Something of the service's own that is counted, by labels that are codes: never a person's id, a name or a text. */
export type Gauge = {
  readonly name: string;
  readonly value: number;
  readonly labels: Readonly<Record<string, string>>;
};
export type Meters = {
  readonly asked: (type: string, answer: Answer) => void;
  readonly faulted: (type: string) => void;
  readonly watch: (
    look: (() => Promise<Standing>) | undefined,
    own?: () => Promise<readonly Gauge[]>,
  ) => void;
  readonly serve: (request: IncomingMessage, response: ServerResponse) => void;
};
/** What a service counts of its own: asked of its rows. */
export type OwnGauges = (database: Database) => Promise<readonly Gauge[]>;

/** Names of everything that is exported; dashboards and alerts may use no other. */
export const METRICS = {
  commands: 'madang_commands_total',
  faults: 'madang_faults_total',
  recorded: 'madang_facts_recorded',
  published: 'madang_facts_published',
  oldest: 'madang_outbox_age_seconds',
  heard: 'madang_facts_heard',
  waiting: 'madang_facts_waiting',
  parked: 'madang_facts_parked',
  obligations: 'madang_obligations',
  /** Open cycles of real forums by stage, and for how long the one that is longest in a stage has been in it. */
  cycles: 'madang_cycles',
  stageDays: 'madang_stage_days',
  /** Processes by kind: `running`, and `overdue`, whose next step is past. */
  processes: 'madang_processes',
} as const;

const OUTCOMES: Readonly<Record<number, string>> = {
  200: 'accepted',
  400: 'invalid',
  403: 'not-permitted',
  404: 'unknown',
  409: 'refused',
  413: 'too-large',
  422: 'other-body',
  503: 'not-yet',
};

/**
 * Metrics in Prometheus' text format, made by OpenTelemetry. Nothing of it is loaded unless MADANG_METRICS is `on`: off, it
 * costs nothing. @returns undefined when off
 */
export const openMeters = async (service: string): Promise<Meters | undefined> => {
  if (process.env.MADANG_METRICS !== 'on') return undefined;
  const { MeterProvider } = await import('@opentelemetry/sdk-metrics');
  const { PrometheusExporter } = await import('@opentelemetry/exporter-prometheus');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const exporter = new PrometheusExporter({ preventServerStart: true, appendTimestamp: false });
  const resource = resourceFromAttributes({ 'service.name': `madang-${service}` });
  const meter = new MeterProvider({ readers: [exporter], resource }).getMeter('madang');
  const counter = (name: string) => meter.createCounter(name.replace(/_total$/, ''));
  const gauge = (name: string) => meter.createObservableGauge(name);
  const commands = counter(METRICS.commands);
  const faults = counter(METRICS.faults);
  const looked = {
    recorded: gauge(METRICS.recorded),
    published: gauge(METRICS.published),
    oldest: gauge(METRICS.oldest),
    waiting: gauge(METRICS.waiting),
    parked: gauge(METRICS.parked),
  };
  const heard = gauge(METRICS.heard);
  const owned = new Map(
    [METRICS.obligations, METRICS.cycles, METRICS.stageDays, METRICS.processes].map((name) => [
      name as string,
      gauge(name),
    ]),
  );
  return {
    asked: (type, answer) =>
      commands.add(1, {
        ...{ service, type, outcome: OUTCOMES[answer.status] ?? 'other' },
        code: 'refusal' in answer ? answer.refusal.code : '',
      }),
    faulted: (type) => faults.add(1, { service, type }),
    watch: (look, own) =>
      meter.addBatchObservableCallback(
        async (result) => {
          const standing = await look?.();
          if (standing) {
            for (const [name, instrument] of Object.entries(looked))
              result.observe(instrument, standing[name as keyof typeof looked], { service });
            for (const [source, sequence] of Object.entries(standing.heard))
              result.observe(heard, sequence, { service, source });
          }
          for (const { name, value, labels } of (await own?.()) ?? []) {
            const instrument = owned.get(name);
            if (instrument) result.observe(instrument, value, labels);
          }
        },
        [...Object.values(looked), heard, ...owned.values()],
      ),
    serve: (request, response) => exporter.getMetricsRequestHandler(request, response),
  };
};
