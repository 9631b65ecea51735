import type { Meters, Requested, Standing } from './meters.ts';
import { METRICS, OWN_GAUGES } from './metric-names.ts';

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

/** Upper ends of what is told apart of a request's duration, in seconds: a page may take 0.3 s, a wait for a fact 2 s. */
const SECONDS = [0.01, 0.03, 0.1, 0.3, 1, 2.5, 10];

const doorOf = ({ route }: Requested): string => (/^\/api(\/|$)/.test(route) ? 'api' : 'site');

/**
 * Metrics in Prometheus' text format, made by OpenTelemetry. Nothing of it is loaded unless MADANG_METRICS is `on`: off, it
 * costs nothing. @param beside what else is to be read in the same place, in the same format. @returns undefined when off
 */
export const openMeters = async (
  service: string,
  beside?: () => Promise<string>,
): Promise<Meters | undefined> => {
  if (process.env.MADANG_METRICS !== 'on') return undefined;
  const { AggregationType, MeterProvider } = await import('@opentelemetry/sdk-metrics');
  const { PrometheusExporter, PrometheusSerializer } = await import('@opentelemetry/exporter-prometheus');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const meter = new MeterProvider({
    readers: [exporter],
    resource: resourceFromAttributes({ 'service.name': `madang-${service}` }),
    views: [
      {
        instrumentName: METRICS.requestSeconds,
        aggregation: {
          type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM,
          options: { boundaries: SECONDS, recordMinMax: false },
        },
      },
    ],
  }).getMeter('madang');
  const serializer = new PrometheusSerializer(undefined, false);
  const counter = (name: string) => meter.createCounter(name.replace(/_total$/, ''));
  const gauge = (name: string) => meter.createObservableGauge(name);
  const commands = counter(METRICS.commands);
  const faults = counter(METRICS.faults);
  const requests = counter(METRICS.requests);
  const requestSeconds = meter.createHistogram(METRICS.requestSeconds);
  const looked: Readonly<Record<Exclude<keyof Standing, 'heard'>, ReturnType<typeof gauge>>> = {
    recorded: gauge(METRICS.recorded),
    published: gauge(METRICS.published),
    oldest: gauge(METRICS.oldest),
    waiting: gauge(METRICS.waiting),
    parked: gauge(METRICS.parked),
  };
  const heard = gauge(METRICS.heard);
  const owned = new Map(OWN_GAUGES.map((name) => [name as string, gauge(name)]));
  return {
    asked: (type, answer) =>
      commands.add(1, {
        ...{ service, type, outcome: OUTCOMES[answer.status] ?? 'other' },
        code: 'refusal' in answer ? answer.refusal.code : '',
      }),
    faulted: (type) => faults.add(1, { service, type }),
    requested: (request) => {
      const told = { service, class: `${Math.floor(request.status / 100)}xx` };
      requests.add(1, { ...told, method: request.method, route: request.route });
      requestSeconds.record(request.seconds, { ...told, door: doorOf(request) });
    },
    watch: (look, own) => {
      if (look)
        meter.addBatchObservableCallback(
          async (result) => {
            const standing = await look();
            for (const [name, instrument] of Object.entries(looked)) {
              const value = standing[name as keyof typeof looked];
              if (value !== undefined) result.observe(instrument, value, { service });
            }
            for (const [source, sequence] of Object.entries(standing.heard ?? {}))
              result.observe(heard, sequence, { service, source });
          },
          [...Object.values(looked), heard],
        );
      // By itself: what cannot be counted at the moment takes nothing else along.
      if (own)
        meter.addBatchObservableCallback(
          async (result) => {
            for (const { name, value, labels } of await own()) {
              const instrument = owned.get(name);
              if (instrument) result.observe(instrument, value, labels);
            }
          },
          [...owned.values()],
        );
    },
    text: async () => {
      const [{ resourceMetrics }, other] = await Promise.all([exporter.collect(), beside?.() ?? '']);
      return serializer.serialize(resourceMetrics) + other;
    },
  };
};
