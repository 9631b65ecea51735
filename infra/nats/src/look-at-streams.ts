import { connectNats, eventStream, keyStream, textStream, WORKFLOWS_BUCKET } from '@madang/messaging';
import { jetstreamManager, type StreamInfo } from '@nats-io/jetstream';
import { services } from './walls.ts';

export type StreamLook = {
  /** Whose it is; a service, or the workflows. */
  readonly service: string;
  readonly stream: string;
  /** Whether facts lie in it, rather than texts or keys. */
  readonly isOfFacts: boolean;
  /** Number of the last message; null when the stream is missing. */
  readonly last: number | null;
  /** On how many servers it is to lie. */
  readonly replicas: number;
  /** Servers whose copy is away or behind. */
  readonly late: readonly string[];
  /** What is not as infra makes it. */
  readonly wrong: readonly string[];
};

type Kind = { readonly isOfFacts?: boolean; readonly mayDelete?: boolean; readonly mayPurge?: boolean };
const FACTS: Kind = { isOfFacts: true };
const TEXTS: Kind = {};
const KEYS: Kind = { mayDelete: true };
/** What the workflows remember is changed in place. */
const MEMORY: Kind = { mayDelete: true, mayPurge: true };

const lookAt = (service: string, stream: string, kind: Kind, info: StreamInfo | undefined): StreamLook => ({
  ...{ service, stream, isOfFacts: kind.isOfFacts === true, last: info?.state.last_seq ?? null },
  replicas: info?.config.num_replicas ?? 0,
  late: (info?.cluster?.replicas ?? []).filter((one) => one.offline || !one.current).map((one) => one.name),
  wrong: info
    ? [
        ...(info.config.storage === 'file' ? [] : ['is not kept on disk']),
        ...(info.config.deny_purge || kind.mayPurge ? [] : ['can be purged']),
        ...(info.config.deny_delete || kind.mayDelete ? [] : ['messages can be deleted']),
        ...(info.config.max_age === 0 ? [] : ['forgets by age']),
      ]
    : [],
});

/** How each stream is, seen as infra. @throws when NATS does not answer or does not let us in */
export const lookAtStreams = async (to: {
  readonly url: string;
  readonly password: string;
}): Promise<readonly StreamLook[]> => {
  const connection = await connectNats({ url: to.url, user: 'infra', password: to.password });
  try {
    const manager = await jetstreamManager(connection);
    const kinds = [
      ...services.flatMap((service) => [
        [service, eventStream(service), FACTS] as const,
        [service, textStream(service), TEXTS] as const,
        [service, keyStream(service), KEYS] as const,
      ]),
      ['workflows', `KV_${WORKFLOWS_BUCKET}`, MEMORY] as const,
    ];
    const looks: StreamLook[] = [];
    for (const [service, stream, kind] of kinds) {
      const info = await manager.streams.info(stream).catch((fault: unknown) => {
        if (fault instanceof Error && /not found/i.test(fault.message)) return undefined;
        throw fault;
      });
      looks.push(lookAt(service, stream, kind, info));
    }
    return looks;
  } finally {
    await connection.close();
  }
};
