import type { Db } from '@madang/record';
import type { Name } from '../domain/name-on.ts';
import type { Owner, SearchRows } from '../queries/search.ts';

/** Every word is looked for in what the bigrams found: they alone would find too much. */
const HAS_EVERY_WORD = `NOT EXISTS (SELECT 1 FROM unnest($2::text[]) AS word
  WHERE strpos(lower(normalize(words, NFKC)), word) = 0)`;

/**
 * Searches names and the words of public texts. An index of bigrams gives the texts, the newest first; their words are read
 * and looked through one by one until there are enough, so that a word that stands in every text is no slower than a rare one.
 */
export const searchRows = (db: Db): SearchRows => ({
  search: (grams, words, from, take) =>
    db.$queryRawUnsafe(
      `WITH candidate AS MATERIALIZED (
         SELECT t.text_id, t.at, t.subject_kind, t.subject_id, t.lang, t.forum_id, t.translation_of FROM text_words w JOIN text_row t USING (text_id)
         WHERE w.grams @> $1::text[] ORDER BY t.at DESC, t.subject_id, t.text_id)
       SELECT * FROM (
         SELECT 0 AS rank, '' AS at, kind, id::text, lang, words, forum_id::text AS "forumId", NULL::text AS "translationOf" FROM name_words WHERE grams @> $1::text[] AND ${HAS_EVERY_WORD}
         UNION ALL (
           SELECT 1, at, subject_kind, subject_id, lang, words, forum_id::text, translation_of::text FROM (
             SELECT c.*, (SELECT words FROM text_words w WHERE w.text_id = c.text_id) AS words FROM candidate c OFFSET 0) AS read
           WHERE ${HAS_EVERY_WORD} LIMIT $3::int + $4::int)
       ) AS found ORDER BY rank, at DESC, id LIMIT $4::int OFFSET $3::int`,
      grams,
      words,
      from,
      take,
    ),
  ownersOf: async (textIds) => {
    const found = await db.$queryRawUnsafe<(Owner & { textId: string })[]>(
      'SELECT text_id AS "textId", subject_kind AS kind, subject_id AS id FROM text_row WHERE text_id = ANY($1::uuid[])',
      textIds,
    );
    return new Map(found.map(({ textId, kind, id }) => [textId, { kind, id }]));
  },
  answeredBy: async (responseIds) => {
    const found = await db.$queryRawUnsafe<{ of: string; id: string }[]>(
      `SELECT r.id AS of, (SELECT c.id FROM contribution_row c WHERE c.response_id = r.id LIMIT 1) AS id
       FROM response_row r WHERE r.id = ANY($1::uuid[])`,
      responseIds,
    );
    return new Map(found.flatMap(({ of, id }) => (id ? [[of, id] as const] : [])));
  },
  forumsOf: async (ids) => {
    const found = await db.$queryRawUnsafe<{ id: string; name: Name; rehearsal: boolean }[]>(
      "SELECT id, name, clock = 'stepped' AS rehearsal FROM forum_row WHERE id = ANY($1::uuid[])",
      ids,
    );
    return new Map(found.map(({ id, ...forum }) => [id, forum]));
  },
});
