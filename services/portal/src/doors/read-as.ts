import type { Actor, Lang, ServiceName } from '@madang/contracts';
import type { Asker } from '@madang/messaging';

type Answered = {
  readonly texts: readonly { readonly textId: string; readonly lang: Lang; readonly text: string | null }[];
};
export type Said = { readonly lang: Lang; readonly text: string };

/** Texts that somebody may read, as their service gives them to that person; they are never kept here. At most 200. */
export const readAs = async (
  asker: Asker,
  actor: Actor,
  source: ServiceName,
  textIds: readonly string[],
): Promise<ReadonlyMap<string, Said>> => {
  if (textIds.length === 0) return new Map();
  const answer = await asker.query(
    {
      type: `${source}.read-texts.v1`,
      actor,
      after: {},
      body: { textIds: [...new Set(textIds)].slice(0, 200) },
    },
    4_500,
  );
  if (answer.status !== 200) return new Map();
  return new Map(
    (answer.result as Answered).texts.flatMap(({ textId, lang, text }) =>
      text === null ? [] : [[textId, { lang, text }] as const],
    ),
  );
};
