import { JetStreamApiCodes, JetStreamApiError, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { headers, type NatsConnection } from '@nats-io/nats-core';

/** What stands under a key (`undefined`: nothing) and since which write: 0, if nothing was ever written. */
export type Entry = { readonly value: string | undefined; readonly revision: number };

export type Memory = {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly entry: (key: string) => Promise<Entry>;
  readonly put: (key: string, value: string) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
  /** Writes, or deletes (`undefined`), if nobody wrote since a revision. Returns the new revision, or nothing if somebody did. */
  readonly replace: (key: string, value: string | undefined, revision: number) => Promise<number | undefined>;
  /** Entries under a prefix such as `rest.<forumId>.` (or all, for ''), as they are now. */
  readonly entries: (prefix: string) => Promise<ReadonlyMap<string, string>>;
  /** Told of every change (`undefined`: deleted) as it is published. A hint: after a lost connection read `entries` again. Returns how to stop. */
  readonly onChange: (callback: (key: string, value: string | undefined) => void) => () => void;
};

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const PAGE = 1000;
const OVERTAKEN: readonly number[] = [
  JetStreamApiCodes.StreamWrongLastSequence,
  JetStreamApiCodes.StreamWrongLastSequenceUnknown,
];

/** A durable key-value memory in NATS: last value wins. Keys are dot-separated tokens of `[-/_=a-zA-Z0-9]`. */
export const memory = async (connection: NatsConnection, bucket: string): Promise<Memory> => {
  const kv = await new Kvm(connection).open(bucket);
  const manager = await jetstreamManager(connection, { checkAPI: false });
  const js = jetstream(connection);
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

  const entry = async (key: string): Promise<Entry> => {
    const found = await manager.direct.getMessage(stream, { last_by_subj: `${root}${key}` });
    if (!found) return { value: undefined, revision: 0 };
    const value = isGone(found.header.get('KV-Operation')) ? undefined : found.string();
    return { value, revision: found.seq };
  };

  const replace = async (
    key: string,
    value: string | undefined,
    revision: number,
  ): Promise<number | undefined> => {
    const marked = headers();
    if (value === undefined) marked.set('KV-Operation', 'DEL');
    const expect = { lastSubjectSequence: revision };
    try {
      return (await js.publish(`${root}${key}`, value ?? '', { headers: marked, expect })).seq;
    } catch (fault) {
      if (fault instanceof JetStreamApiError && OVERTAKEN.includes(fault.code)) return undefined;
      throw fault;
    }
  };

  return {
    entry,
    replace,
    get: async (key) => (await entry(key)).value,
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
