type Way = { readonly way: readonly string[] };

/** At most so many of a list: first those that bring what no other before them did, then evenly from the shortest to the longest. */
export const mostVaried = <T extends Way>(list: readonly T[], most: number): readonly T[] => {
  const left = list.toSorted((a, b) => a.way.length - b.way.length);
  const known = new Set<string>();
  const taken: T[] = [];
  const news = ({ way }: Way): number => new Set(way.filter((one) => !known.has(one))).size;
  while (taken.length < most && left.length > 0) {
    const best = left.reduce((a, b) => (news(b) > news(a) ? b : a));
    if (news(best) === 0) break;
    for (const one of best.way) known.add(one);
    taken.push(...left.splice(left.indexOf(best), 1));
  }
  const room = Math.min(most - taken.length, left.length);
  for (let at = 0; at < room; at += 1) {
    const one = left[Math.floor((at * left.length) / room)];
    if (one) taken.push(one);
  }
  return taken;
};
