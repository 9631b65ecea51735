/** A text as it is searched: compatibility forms folded, in lower case, so that half-width and composed Hangul are alike. */
export const searchable = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The words of a text as it is searched; whatever is neither letter, mark nor digit parts them. */
export const wordsOf = (text: string): readonly string[] =>
  searchable(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Every two characters that stand together in a word, once each: what a search in Korean or English is looked up by. */
export const bigrams = (text: string): readonly string[] => {
  const found = new Set<string>();
  for (const word of wordsOf(text)) {
    const letters = [...word];
    for (let at = 0; at + 1 < letters.length; at += 1) found.add(`${letters[at]}${letters[at + 1]}`);
  }
  return [...found];
};

/** Letters that are words by themselves: a syllable of Hangul, a Chinese character. */
const WORDLIKE = /[\p{Script=Hangul}\p{Script=Han}]/u;

/** What a text is found by: its bigrams, and every letter that may be a word by itself. */
export const gramsOf = (text: string): readonly string[] => [
  ...bigrams(text),
  ...new Set([...searchable(text)].filter((letter) => WORDLIKE.test(letter))),
];
/** What words are looked up by: their bigrams, or the letter where a word has one that may stand alone. */
export const gramsAsked = (words: readonly string[]): readonly string[] => [
  ...bigrams(words.join(' ')),
  ...words.filter((word) => [...word].length === 1 && WORDLIKE.test(word)),
];
