import type { Lang } from '@madang/contracts';
import { bigrams, wordsOf } from '../domain/bigrams.ts';

export type Hit = {
  readonly kind:
    | 'forum'
    | 'commitment'
    | 'institution'
    | 'proposal'
    | 'contribution'
    | 'response'
    | 'meeting'
    | 'other';
  readonly id: string;
  readonly lang: Lang;
  /** The words around the first place where something was found; at most 240 characters. */
  readonly excerpt: string;
};
export type SearchRows = {
  /** Names and texts that hold all bigrams and all words; the newest texts first after the names. */
  readonly search: (
    grams: readonly string[],
    words: readonly string[],
    from: number,
    take: number,
  ) => Promise<
    readonly { readonly kind: string; readonly id: string; readonly lang: Lang; readonly words: string }[]
  >;
};
export type Found = {
  readonly hits: readonly Hit[];
  readonly next: number | null;
  /** Nothing could be looked up: not one word has two characters. */
  readonly tooShort: boolean;
};

const PER_PAGE = 20;
const LAST = 1000;
const KINDS = [
  'forum',
  'commitment',
  'institution',
  'proposal',
  'contribution',
  'response',
  'meeting',
] as const;

const excerptOf = (text: string, word: string | undefined): string => {
  const at = Math.max(0, word ? text.toLowerCase().indexOf(word) : 0);
  const from = Math.max(0, at - 60);
  const cut = [...text.slice(from, at + 180)].join('').replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '… ' : ''}${cut}${at + 180 < text.length ? ' …' : ''}`;
};

/** Searches all that is public, in Korean and English, by every word of what is asked. */
export const search = async (rows: SearchRows, asked: string, from = 0): Promise<Found> => {
  const words = wordsOf(asked.slice(0, 200)).slice(0, 12);
  const grams = bigrams(words.join(' '));
  if (grams.length === 0) return { hits: [], next: null, tooShort: true };
  const found = await rows.search(grams, words, from, PER_PAGE + 1);
  return {
    hits: found.slice(0, PER_PAGE).map(({ kind, id, lang, words: text }) => ({
      kind: KINDS.find((one) => one === kind) ?? 'other',
      id,
      lang,
      excerpt: excerptOf(text, words[0]),
    })),
    next: found.length > PER_PAGE && from + PER_PAGE < LAST ? from + PER_PAGE : null,
    tooShort: false,
  };
};
