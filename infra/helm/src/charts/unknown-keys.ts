const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys of given values that a chart's own values do not have: misspelt ones. What the chart leaves empty is anybody's to fill. */
export const unknownKeys = (
  given: unknown,
  known: unknown,
  free: readonly string[],
  path = '',
): readonly string[] => {
  if (!isMap(given) || !isMap(known) || Object.keys(known).length === 0) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    if (free.includes(here)) return [];
    return key in known ? unknownKeys(value, known[key], free, here) : [here];
  });
};
