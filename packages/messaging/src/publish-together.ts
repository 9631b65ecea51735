import type { Trace } from '@madang/telemetry';
import type { JetStreamClient, StreamExpectations } from '@nats-io/jetstream';
import { traceHeaders } from './trace-headers.ts';

export type Outgoing = {
  readonly subject: string;
  readonly bytes: string;
  readonly trace?: Trace | undefined;
};

/** JetStream refuses batches over a thousand messages; small ones leave room for others. */
const LARGEST = 500;
const PATIENCE = 5_000;

/**
 * Publishes messages to one stream as atomic batches: the server waits for its disk once for a batch instead of once for a
 * message. `expect` is what the first message of a batch expects, given how many went before.
 * @throws when a batch was not stored; those before it were
 */
export const publishTogether = async (
  publisher: JetStreamClient,
  messages: readonly Outgoing[],
  expect?: (before: number) => Partial<StreamExpectations>,
): Promise<void> => {
  for (let from = 0; from < messages.length; from += LARGEST) {
    const chunk = messages.slice(from, from + LARGEST);
    const [first] = chunk;
    const last = chunk.at(-1);
    const options = { retries: 0, timeout: PATIENCE, ...(expect ? { expect: expect(from) } : {}) };
    if (!first || !last) return;
    if (first === last) {
      await publisher.publish(first.subject, first.bytes, { ...options, ...traceHeaders(first.trace) });
      continue;
    }
    const batch = await publisher.startBatch(first.subject, first.bytes, {
      ...{ ...options, ...traceHeaders(first.trace) },
    });
    for (const { subject, bytes, trace } of chunk.slice(1, -1))
      batch.add(subject, bytes, traceHeaders(trace));
    await batch.commit(last.subject, last.bytes, { timeout: PATIENCE, ...traceHeaders(last.trace) });
  }
};
