/** OpenTelemetry's kinds: what was asked of us, what we ask, what we send without waiting, what we hear, and the rest. */
export type SpanKind = 'server' | 'client' | 'producer' | 'consumer' | 'internal';
/** Codes, ids of things and counts: never a person's id, a name, a text or an address of a page with its search. */
export type SpanFacts = Readonly<Record<string, string | number>>;
/** A place in a trace, by W3C Trace Context: what goes along with a message so that whoever takes it goes on from there. */
export type Trace = {
  readonly traceparent: string;
  /** What those who sample or collect added to it; handed on unread. */
  readonly tracestate?: string | undefined;
};
export type SpanOptions = {
  readonly kind: SpanKind;
  /** Under which span; without it, under the one that is active. */
  readonly parent?: Trace | undefined;
  /** Begins a trace of its own, whatever is active. */
  readonly root?: true;
  readonly facts?: SpanFacts;
};

/** Whoever goes on from here is given its place in the trace. */
export type Span = Trace & {
  readonly note: (facts: SpanFacts) => void;
  /** Of a fault its kind and code are kept, not its message, which may repeat what somebody wrote. */
  readonly end: (fault?: unknown) => void;
};

export type Tracing = {
  readonly begin: (name: string, options: SpanOptions) => Span;
  /** Runs something with a span active. */
  readonly within: <T>(span: Span, act: () => T) => T;
  /** The active span as W3C traceparent. */
  readonly current: () => string | undefined;
  /** Sends what is not sent yet. */
  readonly stop: () => Promise<void>;
};

let live: Tracing | undefined;

/** Spans, when somebody looks at them: `undefined` when tracing is off, and then nothing of OpenTelemetry is loaded. */
export const tracing = (): Tracing | undefined => live;

/** Switches tracing on or off for this process. */
export const setTracing = (next: Tracing | undefined): void => {
  live = next;
};

/** Runs something within a span that ends with it; off, it just runs it. */
export const spanned = async <T>(
  name: string,
  options: SpanOptions,
  act: (span?: Span) => Promise<T>,
): Promise<T> => {
  const on = live;
  if (!on) return act();
  const span = on.begin(name, options);
  try {
    const result = await on.within(span, () => act(span));
    span.end();
    return result;
  } catch (fault) {
    span.end(fault);
    throw fault;
  }
};
