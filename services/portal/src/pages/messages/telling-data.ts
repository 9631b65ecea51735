import type { DataColumn, DataSet } from '../../queries/data-sets.ts';
import en from './data.en.json' with { type: 'json' };
import ko from './data.ko.json' with { type: 'json' };
import { type Key, type Lang, saying } from './say.ts';

const told: Readonly<Record<Lang, Readonly<Record<string, string>>>> = { ko, en };

export type Told = { readonly title: string; readonly text: string };
/** What a data set holds. */
export const tellSet = (lang: Lang, { name }: DataSet): Told => ({
  title: told[lang][`set.${name}`] ?? name,
  text: told[lang][`set.${name}.text`] ?? '',
});
/** What a column holds; in some data sets it means something of its own. */
export const tellColumn = (lang: Lang, set: DataSet, { name }: DataColumn): Told => ({
  title: told[lang][`column.${set.name}.${name}`] ?? told[lang][`column.${name}`] ?? name,
  text: told[lang][`column.${set.name}.${name}.text`] ?? told[lang][`column.${name}.text`] ?? '',
});
/** A code in words; one that is not on the list stands as it is. */
export const tellCode = (lang: Lang, { codes }: DataColumn, code: string): string =>
  codes?.values.includes(code)
    ? (told[lang][`code.${codes.from}.${code}`] ?? saying(lang)(`${codes.from}.${code}` as Key))
    : code;
