import type { EventEnvelope, ServiceName } from '@madang/contracts';
import type { Trace } from '@madang/telemetry';
import { jetstreamManager } from '@nats-io/jetstream';
import type { Msg, NatsConnection } from '@nats-io/nats-core';
import { takenWithinSpans } from './fact-spans.ts';
import { readStream } from './read-stream.ts';
import { eventStream } from './streams.ts';
import { traceOf } from './trace-headers.ts';

export type Fact = Partial<Trace> & {
  readonly sequence: number;
  readonly bytes: string;
  readonly event: EventEnvelope;
};

export type FactReader = {
  readonly source: ServiceName;
  /** Facts after a sequence, in order and without gaps, at most `max`; empty at the head. */
  readonly read: (afterSequence: number, max: number) => Promise<readonly Fact[]>;
  readonly head: () => Promise<number>;
  /**
   * Told of each fact as it is published, which may be before it can be read. It was committed before it was sent, so one
   * that is next in line may be taken; but a hint can be lost or come twice: keep reading now and then. Returns how to stop.
   */
  readonly onHint: (callback: (fact?: Fact) => void) => () => void;
  /** Takes a page in within the traces of its facts, when somebody looks at traces. */
  readonly within: typeof takenWithinSpans;
};

const factIn = (message: Msg): Fact | undefined => {
  const bytes = message.string();
  try {
    const event = JSON.parse(bytes) as EventEnvelope;
    return typeof event.sequence === 'number'
      ? { sequence: event.sequence, bytes, event, ...traceOf(message) }
      : undefined;
  } catch {
    return undefined;
  }
};

/** Reads a service's stream by sequence, without a consumer: nothing on the server can be lost, reset or reached by others. */
export const factReader = async (connection: NatsConnection, source: ServiceName): Promise<FactReader> => {
  const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 5_000 });
  const stream = eventStream(source);
  return {
    source,
    read: async (afterSequence, max) =>
      (await readStream(manager, stream, afterSequence + 1, max)).map(({ sequence, bytes, trace }) => ({
        sequence,
        bytes,
        event: JSON.parse(bytes) as EventEnvelope,
        ...trace,
      })),
    head: async () => (await manager.streams.info(stream)).state.last_seq,
    onHint: (callback) => {
      const subscription = connection.subscribe(`ogp.event.${source}.>`, {
        callback: (fault, message) => callback(fault ? undefined : factIn(message)),
      });
      return () => subscription.unsubscribe();
    },
    within: takenWithinSpans,
  };
};
