import {
  type CommandEnvelope,
  type Effect,
  type EventEnvelope,
  PURPOSE_NAMESPACE,
  type ServiceName,
} from '@madang/contracts';
import type { Happened } from '@madang/decider';
import { v5 as uuidv5 } from 'uuid';
import type { Db } from './database.ts';
import type { NewKey, NewText } from './texts.ts';

/** A fact that a command brought about, before it has its number. */
export type Drafted = {
  readonly happened: Happened;
  readonly version: number;
  readonly index: number;
  readonly by: Accepted;
};
export type Accepted = {
  readonly envelope: CommandEnvelope;
  readonly bodyHash: string;
  readonly now: string;
  readonly texts: readonly NewText[];
  readonly keys: readonly NewKey[];
};

const envelopeOf = (
  service: ServiceName,
  drafted: Drafted,
  sequence: number,
  recordedat: string,
): EventEnvelope => {
  const { envelope, bodyHash, now } = drafted.by;
  return {
    specversion: '1.0',
    id: uuidv5(`${envelope.id}/${drafted.index}`, PURPOSE_NAMESPACE),
    source: service,
    type: drafted.happened.type,
    subject: `${drafted.happened.on.type}/${drafted.happened.on.id}`,
    time: now,
    recordedat,
    forumid: envelope.forumId,
    sequence,
    aggregateversion: drafted.version,
    actor: envelope.actor,
    commandid: envelope.id,
    commandhash: bodyHash,
    correlationid: envelope.correlationId,
    causationid: envelope.causationId,
    after: envelope.after,
    traceparent: envelope.traceparent,
    tracestate: envelope.tracestate,
    data: drafted.happened.data,
  };
};

/**
 * Takes the next numbers under the service's one lock (so numbers commit in order, without gaps) and gives the facts with
 * the bytes that are kept and published, and the service's last number.
 */
export const numbered = async (
  db: Db,
  service: ServiceName,
  drafted: readonly Drafted[],
  recordedat: string,
): Promise<{ readonly head: number; readonly events: readonly NumberedEvent[] }> => {
  const read = (sql: string, ...values: number[]) =>
    db.$queryRawUnsafe<{ sequence: bigint }[]>(sql, ...values);
  const [row] = await (drafted.length === 0
    ? read('SELECT sequence FROM head')
    : read('UPDATE head SET sequence = sequence + $1 RETURNING sequence', drafted.length));
  const head = Number(row?.sequence ?? 0);
  const first = head - drafted.length + 1;
  const events = drafted.map((one, index) => {
    const event = envelopeOf(service, one, first + index, recordedat);
    return { event, bytes: JSON.stringify(event) };
  });
  return { head, events };
};

export type NumberedEvent = { readonly event: EventEnvelope; readonly bytes: string };

export const EVENT_COLUMNS =
  'sequence bigint, id uuid, type text, aggregate_type text, aggregate_id text, version int, forum_id uuid, command_id uuid, bytes text';

/** Event rows keep the published bytes as text: jsonb would reorder their keys. */
export const eventRow = (event: EventEnvelope, bytes: string) => {
  const cut = event.subject.indexOf('/');
  return {
    sequence: event.sequence,
    id: event.id,
    type: event.type,
    aggregate_type: event.subject.slice(0, cut),
    aggregate_id: event.subject.slice(cut + 1),
    version: event.aggregateversion,
    forum_id: event.forumid,
    command_id: event.commandid,
    bytes,
  };
};

export const effectOf = (event: EventEnvelope): Effect => ({
  type: event.type,
  subject: event.subject,
  version: event.aggregateversion,
});

export type SecretRows = { readonly keys: readonly unknown[]; readonly texts: readonly unknown[] };

/** Rows of the sealed texts and new keys of accepted commands. */
export const secretRows = (accepted: readonly Accepted[]): SecretRows => {
  const keys = [...new Map(accepted.flatMap((one) => one.keys).map((key) => [key.id, key])).values()].map(
    (key) => ({ ...key, copied: false }),
  );
  const texts = accepted.flatMap(({ envelope, texts }) =>
    texts.map(({ ref, keyId, sealed }) => ({
      id: ref.textId,
      key_id: keyId,
      forum_id: envelope.forumId,
      author_id: envelope.actor.id,
      institution_id: envelope.actor.institutionId ?? null,
      lang: ref.lang,
      visibility: ref.visibility,
      withdrawn: false,
      corrected_by: null,
      sealed,
      copied: false,
    })),
  );
  return { keys, texts };
};
