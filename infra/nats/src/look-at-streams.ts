import { connectNats, eventStream, keyStream, textStream } from '@madang/messaging';
import { jetstreamManager } from '@nats-io/jetstream';
import { services } from './walls.ts';

export type StreamLook = {
  readonly service: string;
  readonly stream: string;
  /** Whether facts lie in it, rather than texts or keys. */
  readonly isOfFacts: boolean;
  /** Number of the last message; null when the stream is missing. */
  readonly last: number | null;
  /** What is not as infra makes it. */
  readonly wrong: readonly string[];
};

/** How each stream is, seen as infra. @throws when NATS does not answer or does not let us in */
export const lookAtStreams = async (to: {
  readonly url: string;
  readonly password: string;
}): Promise<readonly StreamLook[]> => {
  const connection = await connectNats({ url: to.url, user: 'infra', password: to.password });
  try {
    const manager = await jetstreamManager(connection);
    const looks: StreamLook[] = [];
    for (const service of services)
      for (const [stream, isOfFacts, mayDelete] of [
        [eventStream(service), true, false],
        [textStream(service), false, false],
        [keyStream(service), false, true],
      ] as const) {
        const info = await manager.streams.info(stream).catch(() => undefined);
        const wrong = info
          ? [
              ...(info.config.storage === 'file' ? [] : ['is not kept on disk']),
              ...(info.config.deny_purge ? [] : ['can be purged']),
              ...(info.config.deny_delete || mayDelete ? [] : ['messages can be deleted']),
              ...(info.config.max_age === 0 ? [] : ['forgets by age']),
            ]
          : [];
        looks.push({ service, stream, isOfFacts, last: info?.state.last_seq ?? null, wrong });
      }
    return looks;
  } finally {
    await connection.close();
  }
};
