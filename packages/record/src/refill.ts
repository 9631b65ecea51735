import type { EventEnvelope } from '@madang/contracts';
import { type AggregateRow, changedRows, fold, type Holding, hold, keyOf } from './aggregates.ts';
import { applyFacts } from './apply-facts.ts';
import { keepClocks } from './clocks.ts';
import { type Database, type Db, PATIENCE } from './database.ts';
import { eraseKeysNamedIn } from './erasure.ts';
import type { RecordContext } from './types.ts';
import { NOTHING, writeAll } from './write-all.ts';
import { effectOf } from './write-events.ts';

export type StoredFact = { readonly sequence: number; readonly bytes: string };
export type Source = {
  readonly head: () => Promise<number>;
  readonly read: (afterSequence: number, max: number) => Promise<readonly StoredFact[]>;
  readonly texts: (
    afterSequence: number,
    max: number,
  ) => Promise<readonly { readonly id: string; readonly sequence: number; readonly bytes: string }[]>;
  readonly keys: (
    afterSequence: number,
    max: number,
  ) => Promise<readonly { readonly id: string; readonly sequence: number; readonly bytes: string }[]>;
};

const PAGE = 500;

const foldInto = async (
  context: RecordContext,
  tx: Db,
  events: readonly EventEnvelope[],
  holding: Holding,
): Promise<void> => {
  const aggregates = new Map(context.service.aggregates.map((one) => [one.type, one]));
  const touched = new Map<string, { ref: { type: string; id: string }; forumId: string; wasNew: boolean }>();
  for (const event of events) {
    const cut = event.subject.indexOf('/');
    const ref = { type: event.subject.slice(0, cut), id: event.subject.slice(cut + 1) };
    if (!touched.has(keyOf(ref)))
      touched.set(keyOf(ref), { ref, forumId: event.forumid, wasNew: !holding.has(keyOf(ref)) });
    const { type, data, time, actor } = event;
    fold(aggregates, holding, ref, { type, data, time, actor }, event.forumid);
  }
  await writeAll(tx, { ...NOTHING, changed: changedRows([...touched.values()], holding) });
};

/** Takes a page of facts into states and rows, as if they had just been recorded, but without any reaction. */
const takeIn = async (context: RecordContext, tx: Db, events: readonly EventEnvelope[]): Promise<void> => {
  const holding: Holding = new Map();
  const keys = [...new Set(events.map((event) => event.subject))];
  const rows = await tx.$queryRawUnsafe<AggregateRow[]>(
    `SELECT type, id, version, state, forum_id FROM aggregate WHERE (type, id) IN (SELECT split_part(k, '/', 1), split_part(k, '/', 2) FROM unnest($1::text[]) AS u(k))`,
    keys,
  );
  for (const row of rows) hold(holding, row);
  await foldInto(context, tx, events, holding);
  await keepClocks(tx, events);
  await applyFacts(context.service.projections, context.rows(tx), events);
  await eraseKeysNamedIn(tx, events);
};

/**
 * When the stream is ahead of the rows (an older copy of the database was put back, or it is empty) the missing facts are
 * taken from the stream, with the answers their commands got. @returns how many facts were taken
 */
export const refillRows = async (context: RecordContext, source: Source): Promise<number> => {
  let taken = 0;
  for (;;) {
    const [row] = await context.database.$queryRawUnsafe<{ sequence: bigint }[]>('SELECT sequence FROM head');
    const facts = await source.read(Number(row?.sequence ?? 0), PAGE);
    if (facts.length === 0) return taken;
    const events = facts.map((fact) => ({
      event: JSON.parse(fact.bytes) as EventEnvelope,
      bytes: fact.bytes,
    }));
    await context.database.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('UPDATE head SET sequence = $1', facts.at(-1)?.sequence);
      await writeAll(tx, { ...NOTHING, events });
      await takeIn(
        context,
        tx,
        events.map((one) => one.event),
      );
      await rememberAgain(
        context,
        tx,
        events.map((one) => one.event),
      );
    }, PATIENCE);
    taken += facts.length;
  }
};

/** An accepted command's answer follows from its facts; the keyed hash of its body travels in them. */
const rememberAgain = async (
  context: RecordContext,
  tx: Db,
  events: readonly EventEnvelope[],
): Promise<void> => {
  for (const [id, own] of Map.groupBy(events, (event) => event.commandid)) {
    const answer = {
      status: 200,
      source: context.service.name,
      sequence: own.at(-1)?.sequence,
      effects: own.map(effectOf),
    };
    await tx.$executeRawUnsafe(
      `INSERT INTO command VALUES ($1::uuid, $2, $3, $4::jsonb) ON CONFLICT (id) DO UPDATE
       SET answer = jsonb_set(EXCLUDED.answer, '{effects}', (command.answer->'effects') || (EXCLUDED.answer->'effects'))`,
      id,
      own[0]?.type,
      own[0]?.commandhash,
      JSON.stringify(answer),
    );
  }
};

/** Texts and keys that the rows lack are taken from their second copies; erased keys never come back. */
export const refillSecrets = async (database: Database, source: Source): Promise<void> => {
  for (let from = 0; ; ) {
    const page = await source.keys(from, PAGE);
    if (page.length === 0) break;
    from = page.at(-1)?.sequence ?? from;
    await database.$executeRawUnsafe(
      `INSERT INTO text_key SELECT r.id, r.bytes, true FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, bytes text)
       WHERE NOT EXISTS (SELECT 1 FROM erased_key e WHERE e.id = r.id) ON CONFLICT (id) DO NOTHING`,
      JSON.stringify(page),
    );
  }
  for (let from = 0; ; ) {
    const page = await source.texts(from, PAGE);
    if (page.length === 0) break;
    from = page.at(-1)?.sequence ?? from;
    await database.$executeRawUnsafe(
      `INSERT INTO text SELECT r.id, r.key_id, r.forum_id, r.author_id, r.institution_id, r.lang, r.visibility, r.withdrawn, r.corrected_by, r.sealed, true
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, key_id uuid, forum_id uuid, author_id uuid, institution_id uuid, lang text, visibility text, withdrawn boolean, corrected_by uuid, sealed text)
       ON CONFLICT (id) DO NOTHING`,
      `[${page.map((one) => one.bytes).join(',')}]`,
    );
  }
};

/**
 * Drops what derives from the service's own facts and makes it again from the event rows. No reaction runs.
 * @param emptyRows deletes the rows that own projections keep
 * @returns how many facts were folded
 */
export const rebuildState = async (
  context: RecordContext,
  emptyRows: (tx: Db) => Promise<void>,
): Promise<number> =>
  context.database.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe('LOCK TABLE aggregate IN ACCESS EXCLUSIVE MODE');
      await tx.$executeRawUnsafe('DELETE FROM aggregate');
      await emptyRows(tx);
      let done = 0;
      for (;;) {
        const rows = await tx.$queryRawUnsafe<{ sequence: bigint; bytes: string }[]>(
          'SELECT sequence, bytes FROM event WHERE sequence > $1 ORDER BY sequence LIMIT $2',
          done,
          PAGE,
        );
        if (rows.length === 0) return done;
        await takeIn(
          context,
          tx,
          rows.map((row) => JSON.parse(row.bytes) as EventEnvelope),
        );
        done = Number(rows.at(-1)?.sequence);
      }
    },
    { maxWait: 20_000, timeout: 600_000 },
  );
