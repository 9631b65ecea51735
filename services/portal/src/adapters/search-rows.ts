import type { Db } from '@madang/record';
import type { SearchRows } from '../queries/search.ts';

/** Looked up by an index of bigrams, then every word is looked for in what was found: bigrams alone would find too much. */
const HOLDS = `grams @> $1::text[] AND NOT EXISTS (SELECT 1 FROM unnest($2::text[]) AS word
  WHERE strpos(lower(normalize(words, NFKC)), word) = 0)`;

/** Searches names and the words of public texts. */
export const searchRows = (db: Db): SearchRows => ({
  search: (grams, words, from, take) =>
    db.$queryRawUnsafe(
      `SELECT * FROM (
         SELECT 0 AS rank, '' AS at, kind, id::text, lang, words FROM name_words WHERE ${HOLDS}
         UNION ALL
         SELECT 1, t.at, t.subject_kind, t.subject_id, t.lang, w.words FROM text_words w JOIN text_row t USING (text_id) WHERE ${HOLDS}
       ) AS found ORDER BY rank, at DESC, id LIMIT $4::int OFFSET $3::int`,
      grams,
      words,
      from,
      take,
    ),
});
