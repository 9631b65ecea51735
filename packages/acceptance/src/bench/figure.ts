/** One measurement: ours against a bare baseline of the same run. */
export type Figure = {
  readonly id: string;
  readonly what: string;
  readonly ours: number;
  readonly baseline: number;
  readonly ratio: number;
  readonly goal: number;
  readonly better: 'higher' | 'lower';
};

export const figure = (one: Omit<Figure, 'ratio'>): Figure => ({
  ...one,
  ratio: Number((one.ours / one.baseline).toFixed(3)),
});

/** The value below which a share of the values lies, by nearest rank. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ??
  Number.NaN;

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** The table people read; the JSON is for machines. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = figures.map((one) => {
    const met = one.better === 'higher' ? one.ratio >= one.goal : one.ratio <= one.goal;
    return [
      one.what,
      shown(one.ours),
      shown(one.baseline),
      one.ratio.toFixed(2),
      `${one.better === 'higher' ? '>=' : '<='} ${one.goal}`,
      met ? 'met' : 'missed',
    ];
  });
  const all = [['what', 'ours', 'baseline', 'ratio', 'goal', ''], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
};
