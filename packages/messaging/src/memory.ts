import { jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/nats-core';

export type Memory = {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly put: (key: string, value: string) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
  /** Entries under a prefix such as `rest.<forumId>.` (or all, for ''), as they are now. */
  readonly entries: (prefix: string) => Promise<ReadonlyMap<string, string>>;
  /** Told of every change (`undefined`: deleted) as it is published. A hint: after a lost connection read `entries` again. Returns how to stop. */
  readonly onChange: (callback: (key: string, value: string | undefined) => void) => () => void;
};

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const PAGE = 1000;

/** A durable key-value memory in NATS: last value wins. Keys are dot-separated tokens of `[-/_=a-zA-Z0-9]`. */
export const memory = async (connection: NatsConnection, bucket: string): Promise<Memory> => {
  const kv = await new Kvm(connection).open(bucket);
  const manager = await jetstreamManager(connection, { checkAPI: false });
  const stream = `KV_${bucket}`;
  const root = `$KV.${bucket}.`;
  const isGone = (operation: string | undefined): boolean => operation === 'DEL' || operation === 'PURGE';

  const page = async (prefix: string, from: number, into: Map<string, string>): Promise<number> => {
    let last = 0;
    try {
      const batch = await manager.direct.getBatch(stream, {
        seq: from,
        batch: PAGE,
        next_by_subj: `${root}${prefix}>`,
      });
      for await (const message of batch) {
        last = message.seq;
        const key = message.subject.slice(root.length);
        if (isGone(message.header.get('KV-Operation'))) into.delete(key);
        else into.set(key, message.string());
      }
    } catch (fault) {
      if (!(fault instanceof Error && /message not found|no results/i.test(fault.message))) throw fault;
    }
    return last;
  };

  return {
    get: async (key) => {
      const entry = await manager.direct.getMessage(stream, { last_by_subj: `${root}${key}` });
      return entry && !isGone(entry.header.get('KV-Operation')) ? entry.string() : undefined;
    },
    put: async (key, value) => void (await kv.put(key, value)),
    delete: async (key) => void (await kv.delete(key)),
    entries: async (prefix) => {
      const found = new Map<string, string>();
      for (let from = 1; ; ) {
        const last = await page(prefix, from, found);
        if (last === 0) return found;
        from = last + 1;
      }
    },
    onChange: (callback) => {
      const subscription = connection.subscribe(`${root}>`, {
        callback: (_fault, message) => {
          const gone = isGone(message.headers?.get('KV-Operation'));
          callback(message.subject.slice(root.length), gone ? undefined : text(message.data));
        },
      });
      return () => subscription.unsubscribe();
    },
  };
};
