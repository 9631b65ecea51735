import type { Answer } from '@madang/contracts';
import type { ChangedRows } from './aggregates.ts';
import type { Db } from './database.ts';
import { EVENT_COLUMNS, eventRow, type NumberedEvent, type SecretRows } from './write-events.ts';

export type AnswerRow = {
  readonly id: string;
  readonly type: string;
  readonly body_hash: string;
  readonly answer: Answer | undefined;
};

export type Written = {
  readonly events: readonly NumberedEvent[];
  readonly changed: ChangedRows;
  readonly secrets: SecretRows;
  readonly answers: readonly AnswerRow[];
};

/** To write some of it only. */
export const NOTHING: Written = {
  events: [],
  changed: { made: [], moved: [] },
  secrets: { keys: [], texts: [] },
  answers: [],
};

const AGGREGATE = 'AS r(type text, id text, version int, forum_id uuid, state jsonb)';

const WRITE = `
  WITH e AS (INSERT INTO event SELECT r.* FROM jsonb_to_recordset($1::jsonb) AS r(${EVENT_COLUMNS})),
  made AS (INSERT INTO aggregate SELECT r.* FROM jsonb_to_recordset($2::jsonb) ${AGGREGATE}),
  moved AS (UPDATE aggregate a SET version = r.version, state = r.state FROM jsonb_to_recordset($3::jsonb) ${AGGREGATE}
            WHERE a.type = r.type AND a.id = r.id),
  k AS (INSERT INTO text_key SELECT r.* FROM jsonb_to_recordset($4::jsonb) AS r(id uuid, wrapped text, copied boolean)),
  t AS (INSERT INTO text SELECT r.* FROM jsonb_to_recordset($5::jsonb)
        AS r(id uuid, key_id uuid, forum_id uuid, author_id uuid, institution_id uuid, lang text, visibility text, withdrawn boolean, corrected_by uuid, sealed text, copied boolean)
        ON CONFLICT (id) DO NOTHING)
  INSERT INTO command SELECT r.* FROM jsonb_to_recordset($6::jsonb) AS r(id uuid, type text, body_hash text, answer jsonb)`;

/**
 * Writes what a batch comes to in one round trip: facts, states, keys, texts and remembered answers.
 * @throws a unique violation when somebody created the same aggregate or key, or answered the same command, meanwhile
 */
export const writeAll = async (tx: Db, what: Written): Promise<void> => {
  const { events, changed, secrets, answers } = what;
  const lists = [
    events.map(({ event, bytes }) => eventRow(event, bytes)),
    changed.made,
    changed.moved,
    secrets.keys,
    secrets.texts,
    answers,
  ];
  if (lists.some((rows) => rows.length > 0))
    await tx.$executeRawUnsafe(WRITE, ...lists.map((rows) => JSON.stringify(rows)));
};
