import { type EventEnvelope, eventSubject, type ServiceName } from '@madang/contracts';
import { type Trace, tracing } from '@madang/telemetry';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import { factsOf } from './fact-spans.ts';
import { publishTogether } from './publish-together.ts';
import { readStream, type Stored } from './read-stream.ts';
import { eventStream } from './streams.ts';
import { placeIn, traceHeaders } from './trace-headers.ts';

export type Published = { readonly sequence: number; readonly type: string; readonly bytes: string };

export type FactPublisher = {
  /** The stream's last sequence. */
  readonly head: () => Promise<number>;
  /**
   * Publishes facts whose sequences follow each other, the first (of each batch) expecting the one before as the stream's
   * last. Resolves when all are acknowledged; throws when one was not (then read the head and go on from there).
   */
  readonly publish: (facts: readonly Published[]) => Promise<void>;
  /** The same without batches: each message is acknowledged by itself, all in flight at once. */
  readonly publishEach: (facts: readonly Published[]) => Promise<void>;
  /** For refilling the rows from the stream. */
  readonly read: (afterSequence: number, max: number) => Promise<readonly Stored[]>;
};

/** A batch costs two round trips and a folder on the server: it pays from about here on. */
const WORTH_A_BATCH = 6;

type Traced = Published & { readonly trace?: Trace | undefined };

/** Facts that were recorded within a trace are published within it; listeners go on from there. */
const withinSpans = async (
  facts: readonly Published[],
  send: (facts: readonly Traced[]) => Promise<void>,
): Promise<void> => {
  const on = tracing();
  if (!on) return send(facts);
  const spans = facts.map(({ bytes }) => {
    const event = JSON.parse(bytes) as EventEnvelope;
    const parent = placeIn(event);
    return parent
      ? on.begin(`publish ${event.type}`, {
          ...{ kind: 'producer', parent, facts: factsOf(event) },
        })
      : undefined;
  });
  try {
    await send(facts.map((fact, index) => ({ ...fact, trace: spans[index] })));
    for (const span of spans) span?.end();
  } catch (fault) {
    for (const span of spans) span?.end(fault);
    throw fault;
  }
};

/** A service's way to its own stream. */
export const factPublisher = async (
  connection: NatsConnection,
  service: ServiceName,
): Promise<FactPublisher> => {
  const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 5_000 });
  const publisher = jetstream(connection, { checkAPI: false, timeout: 5_000 } as never);
  const stream = eventStream(service);
  const publishEach = (facts: readonly Published[]): Promise<void> => withinSpans(facts, sendEach);
  const sendEach = async (facts: readonly Traced[]): Promise<void> => {
    const outcomes = await Promise.allSettled(
      facts.map((fact) =>
        publisher.publish(eventSubject(fact.type), fact.bytes, {
          retries: 0,
          expect: { streamName: stream, lastSequence: fact.sequence - 1 },
          ...traceHeaders(fact.trace),
        }),
      ),
    );
    const failed = outcomes.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  };
  return {
    head: async () => (await manager.streams.info(stream)).state.last_seq,
    publish: async (facts) => {
      const [first] = facts;
      if (!first || facts.length < WORTH_A_BATCH) return publishEach(facts);
      await withinSpans(facts, (traced) =>
        publishTogether(
          publisher,
          traced.map(({ type, bytes, trace }) => ({ subject: eventSubject(type), bytes, trace })),
          (before) => ({ streamName: stream, lastSequence: first.sequence + before - 1 }),
        ),
      );
    },
    publishEach,
    read: (afterSequence, max) => readStream(manager, stream, afterSequence + 1, max),
  };
};
