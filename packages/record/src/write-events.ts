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
    data: drafted.happened.data,
  };
};

/** Takes the next numbers under the service's one lock (so numbers commit in order, without gaps) and writes the facts. */
export const writeEvents = async (
  db: Db,
  service: ServiceName,
  drafted: readonly Drafted[],
  recordedat: string,
): Promise<readonly EventEnvelope[]> => {
  if (drafted.length === 0) return [];
  const [head] = await db.$queryRawUnsafe<{ sequence: bigint }[]>(
    'UPDATE head SET sequence = sequence + $1 RETURNING sequence',
    drafted.length,
  );
  const first = Number(head?.sequence) - drafted.length + 1;
  const events = drafted.map((one, index) => envelopeOf(service, one, first + index, recordedat));
  await insertEventRows(
    db,
    events.map((event) => ({ event, bytes: JSON.stringify(event) })),
  );
  return events;
};

/** Event rows keep the published bytes as text: jsonb would reorder their keys. */
export const insertEventRows = async (
  db: Db,
  rows: readonly { readonly event: EventEnvelope; readonly bytes: string }[],
): Promise<void> => {
  const values = rows.map(({ event, bytes }) => {
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
  });
  await db.$executeRawUnsafe(
    `INSERT INTO event SELECT r.* FROM jsonb_to_recordset($1::jsonb)
     AS r(sequence bigint, id uuid, type text, aggregate_type text, aggregate_id text, version int, forum_id uuid, command_id uuid, bytes text)`,
    JSON.stringify(values),
  );
};

export const effectOf = (event: EventEnvelope): Effect => ({
  type: event.type,
  subject: event.subject,
  version: event.aggregateversion,
});

/** Sealed texts and new keys of accepted commands. */
export const writeTexts = async (db: Db, accepted: readonly Accepted[]): Promise<void> => {
  const keys = accepted.flatMap((one) => one.keys).map((key) => ({ ...key, copied: false }));
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
  if (keys.length > 0)
    await db.$executeRawUnsafe(
      'INSERT INTO text_key SELECT r.* FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, wrapped text, copied boolean)',
      JSON.stringify(keys),
    );
  if (texts.length > 0)
    await db.$executeRawUnsafe(
      `INSERT INTO text SELECT r.* FROM jsonb_to_recordset($1::jsonb)
       AS r(id uuid, key_id uuid, forum_id uuid, author_id uuid, institution_id uuid, lang text, visibility text, withdrawn boolean, corrected_by uuid, sealed text, copied boolean)
       ON CONFLICT (id) DO NOTHING`,
      JSON.stringify(texts),
    );
};
