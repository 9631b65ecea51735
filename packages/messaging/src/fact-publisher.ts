import { eventSubject, type ServiceName } from '@madang/contracts';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import { publishTogether } from './publish-together.ts';
import { readStream, type Stored } from './read-stream.ts';
import { eventStream } from './streams.ts';

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

/** A service's way to its own stream. */
export const factPublisher = async (
  connection: NatsConnection,
  service: ServiceName,
): Promise<FactPublisher> => {
  const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 5_000 });
  const publisher = jetstream(connection, { checkAPI: false, timeout: 5_000 } as never);
  const stream = eventStream(service);
  const publishEach = async (facts: readonly Published[]): Promise<void> => {
    const outcomes = await Promise.allSettled(
      facts.map((fact) =>
        publisher.publish(eventSubject(fact.type), fact.bytes, {
          retries: 0,
          expect: { streamName: stream, lastSequence: fact.sequence - 1 },
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
      await publishTogether(
        publisher,
        facts.map((fact) => ({ subject: eventSubject(fact.type), bytes: fact.bytes })),
        (before) => ({ streamName: stream, lastSequence: first.sequence + before - 1 }),
      );
    },
    publishEach,
    read: (afterSequence, max) => readStream(manager, stream, afterSequence + 1, max),
  };
};
