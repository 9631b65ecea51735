import type { ServiceName } from '@madang/contracts';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import { publishTogether } from './publish-together.ts';
import { readStream } from './read-stream.ts';
import { keyStream, keySubject, textStream, textSubject } from './streams.ts';

export type SecondCopies = {
  readonly putTexts: (texts: readonly { readonly id: string; readonly sealed: string }[]) => Promise<void>;
  /** Keeps the first key put under an id; putting it again is harmless. */
  readonly putKey: (id: string, wrapped: string) => Promise<void>;
  /** Overwrites the key's bytes on the server's disk. Harmless when it is gone already. */
  readonly eraseKey: (id: string) => Promise<void>;
  readonly texts: (afterSequence: number, max: number) => Promise<readonly Copied[]>;
  readonly keys: (afterSequence: number, max: number) => Promise<readonly Copied[]>;
};
export type Copied = { readonly id: string; readonly sequence: number; readonly bytes: string };

const idOf = (subject: string): string => subject.slice(subject.lastIndexOf('.') + 1);

/** Second copies of sealed texts and wrapped keys in their own streams, so that no engine holds the only one. */
export const secondCopies = async (
  connection: NatsConnection,
  service: ServiceName,
): Promise<SecondCopies> => {
  const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 5_000 });
  const publisher = jetstream(connection);
  const all = (stream: string) => async (afterSequence: number, max: number) =>
    (await readStream(manager, stream, afterSequence + 1, max)).map(({ subject, sequence, bytes }) => ({
      id: idOf(subject),
      sequence,
      bytes,
    }));
  const once = async (subject: string, bytes: string): Promise<void> => {
    try {
      await publisher.publish(subject, bytes, { expect: { lastSubjectSequence: 0 } });
    } catch (fault) {
      if (!(fault instanceof Error && /wrong last sequence/i.test(fault.message))) throw fault;
    }
  };
  return {
    // A text that comes twice is harmless: the first one counts.
    putTexts: (texts) =>
      publishTogether(
        publisher,
        texts.map(({ id, sealed }) => ({ subject: textSubject(service, id), bytes: sealed })),
      ),
    putKey: (id, wrapped) => once(keySubject(service, id), wrapped),
    eraseKey: async (id) => {
      // Of its leader: a copy that lags behind would say that there is nothing to erase.
      const held = await manager.streams.getMessage(keyStream(service), {
        last_by_subj: keySubject(service, id),
      });
      if (held) await manager.streams.deleteMessage(keyStream(service), held.seq, true);
    },
    texts: all(textStream(service)),
    keys: all(keyStream(service)),
  };
};
