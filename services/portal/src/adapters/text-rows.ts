import type { Lang, Visibility } from '@madang/contracts';
import type { Db } from '@madang/record';
import type { TextRows, TextView } from '../queries/texts.ts';

type Row = {
  readonly text_id: string;
  readonly lang: Lang;
  readonly visibility: Visibility;
  readonly withdrawn: boolean;
  readonly erased: boolean;
  readonly translation_of: string | null;
  readonly checked: boolean;
  readonly words: string | null;
};

const viewOf = (row: Row, translations: readonly Row[]): TextView => {
  if (row.erased) return { state: 'erased' };
  if (row.withdrawn) return { state: 'withdrawn' };
  if (row.visibility !== 'public') return { state: 'not-public' };
  if (row.words === null) return { state: 'coming' };
  return {
    state: 'there',
    lang: row.lang,
    words: row.words,
    translations: translations.flatMap(({ lang, words, checked }) =>
      words === null ? [] : [{ lang, words, checked }],
    ),
  };
};

/** Texts with their words and translations, as far as they are public. */
export const textRows = (db: Db): TextRows => ({
  textsOf: async (ids) => {
    if (ids.length === 0) return new Map();
    const found = await db.$queryRawUnsafe<Row[]>(
      `SELECT t.text_id, t.lang, t.visibility, t.withdrawn, t.erased, t.translation_of, t.checked, w.words
       FROM text_row t LEFT JOIN text_words w USING (text_id)
       WHERE t.text_id = ANY($1::uuid[]) OR t.translation_of = ANY($1::uuid[])`,
      [...new Set(ids)],
    );
    const translations = Map.groupBy(found, (row) => row.translation_of);
    return new Map(found.map((row) => [row.text_id, viewOf(row, translations.get(row.text_id) ?? [])]));
  },
});
