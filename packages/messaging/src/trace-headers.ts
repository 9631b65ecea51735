import type { Trace } from '@madang/telemetry';
import { headers, type MsgHdrs } from '@nats-io/nats-core';

const [TRACEPARENT, TRACESTATE] = ['traceparent', 'tracestate'];

/** Headers that carry a trace along with a message, by W3C Trace Context; none without a trace. */
export const traceHeaders = (trace: Partial<Trace> | undefined): { readonly headers?: MsgHdrs } => {
  if (!trace?.traceparent) return {};
  const carried = headers();
  carried.set(TRACEPARENT, trace.traceparent);
  if (trace.tracestate) carried.set(TRACESTATE, trace.tracestate);
  return { headers: carried };
};

/** The trace a message came with. */
export const traceOf = (message: { readonly headers?: MsgHdrs | undefined }): Trace | undefined =>
  placeIn({
    traceparent: message.headers?.get(TRACEPARENT),
    tracestate: message.headers?.get(TRACESTATE),
  });

/** The place in a trace that something says of itself, if it does. */
export const placeIn = ({
  traceparent,
  tracestate,
}: {
  readonly traceparent?: string | undefined;
  readonly tracestate?: string | undefined;
}): Trace | undefined => (traceparent ? { traceparent, ...(tracestate ? { tracestate } : {}) } : undefined);
