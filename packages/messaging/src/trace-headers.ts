import { headers, type MsgHdrs } from '@nats-io/nats-core';

const TRACEPARENT = 'traceparent';

/** Headers that carry a trace along with a message, by W3C Trace Context; none without a trace. */
export const traceHeaders = (traceparent: string | undefined): { readonly headers?: MsgHdrs } => {
  if (!traceparent) return {};
  const carried = headers();
  carried.set(TRACEPARENT, traceparent);
  return { headers: carried };
};

/** The trace a message came with. */
export const traceparentOf = (message: { readonly headers?: MsgHdrs | undefined }): string | undefined =>
  message.headers?.get(TRACEPARENT) || undefined;
