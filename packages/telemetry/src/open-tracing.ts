import { setTracing } from './tracing.ts';

/**
 * Makes spans from here on and sends them by OTLP, if OTEL_EXPORTER_OTLP_ENDPOINT (or …_TRACES_ENDPOINT) says where to;
 * everything else is set by OpenTelemetry's own variables (OTEL_TRACES_SAMPLER, OTEL_EXPORTER_OTLP_PROTOCOL, …). Off,
 * nothing of it is loaded. Called first in a process. @returns how to stop, or nothing when off
 */
export const openTracing = async (
  service: string,
): Promise<{ readonly stop: () => Promise<void> } | undefined> => {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_SDK_DISABLED } = process.env;
  if (OTEL_SDK_DISABLED === 'true') return undefined;
  if (!OTEL_EXPORTER_OTLP_ENDPOINT && !OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return undefined;
  const { startSpans } = await import('./start-spans.ts');
  const live = startSpans(service);
  setTracing(live);
  return {
    stop: async () => {
      setTracing(undefined);
      await live.stop();
    },
  };
};
