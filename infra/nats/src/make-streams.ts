import { connectNats, eventStream, keyStream, textStream, WORKFLOWS_BUCKET } from '@madang/messaging';
import {
  DiscardPolicy,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { services } from './walls.ts';

const lasting = {
  retention: RetentionPolicy.Limits,
  storage: StorageType.File,
  discard: DiscardPolicy.New,
  allow_direct: true,
  max_age: 0,
};

/** Streams of facts can be neither deleted from nor purged; keys can be deleted, that is what erasing means. */
const streams = (replicas: number): readonly Partial<StreamConfig>[] =>
  services.flatMap((name) => [
    {
      ...lasting,
      name: eventStream(name),
      subjects: [`ogp.event.${name}.>`],
      deny_delete: true,
      deny_purge: true,
      allow_atomic: true,
      num_replicas: replicas,
    },
    {
      ...lasting,
      name: textStream(name),
      subjects: [`ogp.text.${name}.>`],
      deny_delete: true,
      deny_purge: true,
      allow_atomic: true,
      num_replicas: replicas,
    },
    {
      ...lasting,
      name: keyStream(name),
      subjects: [`ogp.key.${name}.>`],
      deny_purge: true,
      num_replicas: replicas,
    },
  ]);

/** Makes every stream and bucket that is missing; of what is there it changes only that batches are allowed. Infrastructure alone may do this. */
export const makeStreams = async (to: {
  readonly url: string;
  readonly password: string;
  readonly replicas?: number;
}): Promise<void> => {
  const connection = await connectNats({ url: to.url, user: 'infra', password: to.password });
  try {
    const manager = await jetstreamManager(connection);
    const present = new Set<string>();
    for await (const name of manager.streams.names()) present.add(name);
    for (const config of streams(to.replicas ?? 1)) {
      if (!present.has(config.name ?? ''))
        await manager.streams.add(config as StreamConfig & { name: string });
      else if (config.allow_atomic && !(await manager.streams.info(config.name ?? '')).config.allow_atomic)
        await manager.streams.update(config.name ?? '', { allow_atomic: true });
    }
    if (!present.has(`KV_${WORKFLOWS_BUCKET}`))
      await new Kvm(connection).create(WORKFLOWS_BUCKET, {
        history: 1,
        storage: StorageType.File,
        replicas: to.replicas ?? 1,
      });
  } finally {
    await connection.close();
  }
};
