import type { Db } from './database.ts';

/** What a batch must know before its bodies can be sealed. */
export type FirstLook = {
  /** Command ids that are decided nowhere else at this moment; they are locked until the transaction ends. */
  readonly free: readonly string[];
  readonly clocks: readonly {
    readonly forum_id: string;
    readonly clock: string;
    readonly now: string | null;
  }[];
  readonly keys: readonly { readonly id: string; readonly wrapped: string }[];
  /** Which of these persons' keys were destroyed; nothing may be sealed under them again. */
  readonly erased: readonly string[];
};

/** One round trip for everything that is asked by id alone. */
export const firstLook = async (
  tx: Db,
  commandIds: readonly string[],
  forumIds: readonly string[],
  keyIds: readonly string[],
): Promise<FirstLook> => {
  const [row] = await tx.$queryRawUnsafe<FirstLook[]>(
    `WITH lock AS MATERIALIZED (
       SELECT id, pg_try_advisory_xact_lock(hashtextextended(id, 7)) AS free FROM unnest($1::text[]) AS c(id))
     SELECT (SELECT coalesce(jsonb_agg(id), '[]') FROM lock WHERE free) AS free,
            (SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM forum_clock c WHERE forum_id = ANY($2::uuid[])) AS clocks,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'wrapped', wrapped)), '[]') FROM text_key WHERE id = ANY($3::uuid[])) AS keys,
            (SELECT coalesce(jsonb_agg(id), '[]') FROM erased_key WHERE id = ANY($3::uuid[])) AS erased`,
    commandIds,
    [...new Set(forumIds)],
    keyIds,
  );
  if (!row) throw new Error('the database gave no answer to a first look');
  return row;
};
