export { openTracing } from './open-tracing.ts';
export {
  type Span,
  type SpanFacts,
  type SpanKind,
  type SpanOptions,
  spanned,
  type Trace,
  type Tracing,
  tracing,
} from './tracing.ts';
