/** Pairs of numbers that make one hash into many; any odd multipliers will do, but they must stay the same. */
const HASHES: readonly (readonly [number, number])[] = Array.from({ length: 32 }, (_, n) => [
  Math.imul(0x9e3779b1, 2 * n + 1) | 1,
  Math.imul(0x85ebca6b, n + 1),
]);
/** Hashes to a band: sixteen bands of two find nearly every pair that shares half of its bigrams. */
const IN_BAND = 2;

const hashOf = (gram: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at += 1) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** The bands of a text's MinHash signature: texts that are much alike share at least one. Nothing of the text can be read from them. */
export const bandsOf = (grams: readonly string[]): readonly string[] => {
  if (grams.length === 0) return [];
  const hashes = grams.map(hashOf);
  const least = HASHES.map(([times, plus]) => {
    let found = 0xffffffff;
    for (const hash of hashes) {
      const one = (Math.imul(hash, times) + plus) >>> 0;
      if (one < found) found = one;
    }
    return found.toString(36);
  });
  return Array.from(
    { length: HASHES.length / IN_BAND },
    (_, band) => `${band}:${least.slice(band * IN_BAND, (band + 1) * IN_BAND).join('.')}`,
  );
};

/** Single letters, by which texts are also found, say nothing of how alike they are. */
const pairsIn = (grams: readonly string[]): ReadonlySet<string> =>
  new Set(grams.filter((gram) => [...gram].length > 1));

/** Share of the bigrams of two texts that both have, 0 to 1 (Jaccard). */
export const likeness = (one: readonly string[], other: readonly string[]): number => {
  const [these, those] = [pairsIn(one), pairsIn(other)];
  const both = [...these].filter((gram) => those.has(gram)).length;
  const either = these.size + those.size - both;
  return either === 0 ? 0 : both / either;
};
