import type { Lang } from '@madang/contracts';

/** A text as a page shows it: its words, or why there are none. */
export type TextView =
  | {
      readonly state: 'there';
      readonly lang: Lang;
      readonly words: string;
      readonly translations: readonly Translation[];
    }
  /** `coming`: public, its words are being fetched. */
  | { readonly state: 'coming' | 'not-public' | 'withdrawn' | 'erased' };
export type Translation = { readonly lang: Lang; readonly words: string; readonly checked: boolean };

export type TextRows = {
  readonly textsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, TextView>>;
};

const UNKNOWN: TextView = { state: 'not-public' };

/** Looks a text up among those that were read; what was not found is not public. */
export const textIn = (texts: ReadonlyMap<string, TextView>, id: string | null): TextView | null =>
  id === null ? null : (texts.get(id) ?? UNKNOWN);
