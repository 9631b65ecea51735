import { tellColumn, tellSet } from '../../../pages/messages/telling-data.ts';
import type { ColumnType, DataColumn, DataSet } from '../../../queries/data-sets.ts';
import type { Place } from '../../../queries/place.ts';

const TYPES: Readonly<Record<ColumnType, object>> = {
  ...{ id: { type: 'string', format: 'uuid' }, ids: { type: 'string' }, string: { type: 'string' } },
  ...{ text: { type: 'string' }, integer: { type: 'integer' }, number: { type: 'number' } },
  ...{ boolean: { type: 'boolean', trueValues: ['true'], falseValues: ['false'] }, date: { type: 'date' } },
  datetime: { type: 'datetime', format: 'any' },
};
const both = (tell: (lang: 'ko' | 'en') => string): string =>
  [...new Set([tell('ko'), tell('en')])].filter(Boolean).join(' / ');

const fieldOf = (set: DataSet, column: DataColumn): object => {
  const description = both((lang) => tellColumn(lang, set, column).text);
  return {
    ...{ name: column.name, title: both((lang) => tellColumn(lang, set, column).title) },
    ...(description ? { description } : {}),
    ...TYPES[column.type],
    ...(column.codes ? { constraints: { enum: column.codes.values } } : {}),
  };
};

/** What the files hold, as a Frictionless data package with a Table Schema for each: made from the definitions of the data sets. */
export const dataPackage = (sets: readonly DataSet[], { cycle, forum }: Place): object => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: `madang-${cycle.id}`,
  title: both((lang) => `${cycle.name[lang]}, ${forum.name[lang]}`),
  resources: sets.map((set) => ({
    ...{ name: set.name, path: `${set.name}.csv`, format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
    title: both((lang) => tellSet(lang, set).title),
    description: both((lang) => tellSet(lang, set).text),
    schema: {
      fields: set.columns.map((one) => fieldOf(set, one)),
      missingValues: [''],
      ...(set.key ? { primaryKey: [set.key] } : {}),
    },
  })),
});
