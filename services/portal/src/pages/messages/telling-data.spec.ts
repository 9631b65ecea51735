import { describe, expect, it } from 'vitest';
import { dataSets } from '../../queries/data-sets.ts';
import en from './data.en.json' with { type: 'json' };
import ko from './data.ko.json' with { type: 'json' };
import { tellCode, tellColumn, tellSet } from './telling-data.ts';

describe('every data set', () => {
  it.each(dataSets.map((set) => [set.name, set] as const))('%s is told in both languages', (_name, set) => {
    for (const lang of ['ko', 'en'] as const) {
      const { title, text } = tellSet(lang, set);
      expect([title, text]).not.toContain('');
      expect(title).not.toBe(set.name);
      for (const column of set.columns) expect(tellColumn(lang, set, column).title).not.toBe(column.name);
    }
  });
  it.each(dataSets.map((set) => [set.name, set] as const))('%s says its codes in words', (_name, set) => {
    for (const column of set.columns)
      for (const code of column.codes?.values ?? [])
        for (const lang of ['ko', 'en'] as const) expect(tellCode(lang, column, code)).not.toBe('');
  });
  it.each(dataSets.map((set) => [set.name, set] as const))(
    '%s names each column once',
    (_name, { columns }) => {
      expect(new Set(columns.map((one) => one.name)).size).toBe(columns.length);
    },
  );
});

describe('what is told of data', () => {
  it('is the same in both languages, and all used', () => {
    expect(Object.keys(en)).toEqual(Object.keys(ko));
    const used = new Set(
      dataSets.flatMap((set) => [
        ...[`set.${set.name}`, `set.${set.name}.text`],
        ...set.columns.flatMap(({ name }) =>
          [`column.${name}`, `column.${set.name}.${name}`].flatMap((one) => [one, `${one}.text`]),
        ),
        ...set.columns.flatMap(({ codes }) =>
          (codes?.values ?? []).map((one) => `code.${codes?.from}.${one}`),
        ),
      ]),
    );
    expect(Object.keys(ko).filter((key) => !used.has(key))).toEqual([]);
  });
});
