import type { ServiceName } from '@madang/contracts';
import type { Db } from '@madang/record';
import { bigrams, gramsOf } from '../domain/bigrams.ts';
import { bandsOf } from '../domain/likeness.ts';
import type { WordRows } from '../queries/words.ts';

const IS_PUBLIC = "t.visibility = 'public' AND NOT t.withdrawn AND NOT t.erased";

/** The words of public texts. */
export const wordRows = (db: Db): WordRows => ({
  wantedTexts: async (most) =>
    (
      await db.$queryRawUnsafe<{ text_id: string; source: ServiceName; wanted: bigint }[]>(
        'SELECT text_id, source, wanted FROM text_row WHERE wanted IS NOT NULL ORDER BY source, text_id LIMIT $1::int',
        most,
      )
    ).map(({ text_id, source, wanted }) => ({ textId: text_id, source, wanted })),
  keepWords: async (got) =>
    void (await db.$executeRawUnsafe(
      `WITH got AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(text_id uuid, wanted bigint, words text, grams text[], bands text[])),
       fresh AS (UPDATE text_row t SET wanted = NULL FROM got g
                 WHERE t.text_id = g.text_id AND t.wanted = g.wanted AND ${IS_PUBLIC} RETURNING t.text_id)
       INSERT INTO text_words SELECT g.text_id, g.words, g.grams, g.bands FROM got g JOIN fresh USING (text_id) WHERE g.words IS NOT NULL
       ON CONFLICT (text_id) DO UPDATE SET words = excluded.words, grams = excluded.grams, bands = excluded.bands`,
      JSON.stringify(
        got.map(({ textId, wanted, words }) => {
          const read = words === null ? null : { grams: gramsOf(words), bands: bandsOf(bigrams(words)) };
          return { text_id: textId, wanted: String(wanted), words, grams: null, bands: null, ...read };
        }),
      ),
    )),
  wantLostWords: async () =>
    void (await db.$executeRawUnsafe(
      `UPDATE text_row t SET wanted = 0 WHERE t.wanted IS NULL AND ${IS_PUBLIC}
       AND NOT EXISTS (SELECT 1 FROM text_words w WHERE w.text_id = t.text_id)`,
    )),
  hasWords: async () => {
    const [row] = await db.$queryRawUnsafe<{ there: boolean }[]>(
      'SELECT EXISTS (SELECT 1 FROM text_words) OR NOT EXISTS (SELECT 1 FROM text_row) AS there',
    );
    return row?.there ?? true;
  },
  cleanWords: async () => {
    const seen = await db.$queryRawUnsafe<{ source: string; sequence: bigint }[]>(
      'SELECT source, sequence FROM words_to_clean',
    );
    if (seen.length === 0) return;
    // Only a table that is written anew holds nothing of a deleted row any more.
    await db.$executeRawUnsafe('VACUUM FULL text_words');
    for (const { source, sequence } of seen)
      await db.$executeRawUnsafe(
        'DELETE FROM words_to_clean WHERE source = $1 AND sequence = $2',
        source,
        sequence,
      );
  },
});
