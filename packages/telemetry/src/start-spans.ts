import {
  type Context,
  context,
  type Span as OtelSpan,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { envDetector } from '@opentelemetry/resources';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { Span, SpanOptions, Trace, Tracing } from './tracing.ts';

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const;

const traceIn = (at: Context): Trace => {
  const carrier: Record<string, string> = {};
  propagation.inject(at, carrier);
  const { traceparent = '', tracestate } = carrier;
  return tracestate ? { traceparent, tracestate } : { traceparent };
};

/** A fault's kind and code. */
const kindOf = (fault: unknown): string => {
  const { name, code } = (fault ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  return [name, code].filter((one) => typeof one === 'string').join(' ') || typeof fault;
};

/** Starts OpenTelemetry's NodeSDK for traces alone: what it says of this machine is what the environment tells it to say. */
export const startSpans = (service: string): Tracing => {
  const sdk = new NodeSDK({
    serviceName: `madang-${service}`,
    resourceDetectors: [envDetector],
    instrumentations: [],
    metricReaders: [],
    logRecordProcessors: [],
  });
  sdk.start();
  const tracer = trace.getTracer('madang');
  const contexts = new WeakMap<Span, Context>();

  const under = ({ parent, root }: SpanOptions): Context => {
    if (root) return ROOT_CONTEXT;
    return parent ? propagation.extract(ROOT_CONTEXT, parent) : context.active();
  };
  const spanOf = (span: OtelSpan, at: Context): Span => ({
    ...traceIn(at),
    note: (facts) => void span.setAttributes({ ...facts }),
    end: (fault) => {
      if (fault !== undefined) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        span.setAttribute('error.type', kindOf(fault));
      }
      span.end();
    },
  });
  return {
    begin: (name, options) => {
      const before = under(options);
      const span = tracer.startSpan(
        name,
        { kind: KINDS[options.kind], attributes: { ...options.facts } },
        before,
      );
      const at = trace.setSpan(before, span);
      const made = spanOf(span, at);
      contexts.set(made, at);
      return made;
    },
    within: (span, act) => context.with(contexts.get(span) ?? context.active(), act),
    current: () => traceIn(context.active()).traceparent || undefined,
    stop: () => sdk.shutdown(),
  };
};
