import type { Actor, Lang, ServiceName } from '@madang/contracts';
import type { Asker } from '@madang/messaging';

type Answered = {
  readonly texts: readonly { readonly textId: string; readonly lang: Lang; readonly text: string | null }[];
};
export type Said = { readonly lang: Lang; readonly text: string };

/** Texts of 20,000 characters in Korean that go into one answer, which holds a megabyte. */
const AT_ONCE = 12;
const MOST = 200;

/** Texts that somebody may read, as their service gives them to that person; they are never kept here. At most 200. */
export const readAs = async (
  asker: Asker,
  actor: Actor,
  source: ServiceName,
  textIds: readonly string[],
): Promise<ReadonlyMap<string, Said>> => {
  const wanted = [...new Set(textIds)].slice(0, MOST);
  const portions = Array.from({ length: Math.ceil(wanted.length / AT_ONCE) }, (_, at) =>
    wanted.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
  const type = `${source}.read-texts.v1`;
  const answers = await Promise.all(
    portions.map((some) => asker.query({ type, actor, after: {}, body: { textIds: some } }, 4_500)),
  );
  return new Map(
    answers
      .flatMap((answer) => (answer.status === 200 ? (answer.result as Answered).texts : []))
      .flatMap(({ textId, lang, text }) => (text === null ? [] : [[textId, { lang, text }] as const])),
  );
};
