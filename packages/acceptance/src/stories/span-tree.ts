import type { ReceivedSpan } from './span-receiver.ts';

/** A span after all those it goes on from, the root of its trace first. */
export const chainOf = (
  spans: readonly ReceivedSpan[],
  span: ReceivedSpan | undefined,
): readonly ReceivedSpan[] => {
  if (!span) return [];
  const before = spans.find((one) => one.traceId === span.traceId && one.spanId === span.parentSpanId);
  return [...chainOf(spans, before), span];
};

/** Everything that goes on from a span. */
export const under = (
  spans: readonly ReceivedSpan[],
  span: ReceivedSpan | undefined,
): readonly ReceivedSpan[] => {
  const next = spans.filter((one) => one.traceId === span?.traceId && one.parentSpanId === span?.spanId);
  return next.flatMap((one) => [one, ...under(spans, one)]);
};
