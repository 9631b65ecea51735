import type { Lang } from '../../../pages/messages/say.ts';
import { saying } from '../../../pages/messages/say.ts';
import { tellCode, tellColumn } from '../../../pages/messages/telling-data.ts';
import type { DataColumn, DataSet } from '../../../queries/data-sets.ts';
import type { DataValue } from '../../../queries/open-data.ts';
import type { TextView } from '../../../queries/texts.ts';
import type { Cell } from '../sheet-of.ts';

const isText = (value: DataValue): value is TextView => typeof value === 'object' && value !== null;

/** A cell for machines: codes, days and numbers as they are; a text that cannot be shown says why in brackets. */
const plainCell = (value: DataValue): Cell => {
  if (value === null) return '';
  if (isText(value)) return value.state === 'there' ? value.words : `[${value.state}]`;
  return typeof value === 'boolean' ? String(value) : value;
};

/** A cell for people: codes in the words of a language. */
const toldCell = (lang: Lang, column: DataColumn, value: DataValue): Cell => {
  const say = saying(lang);
  if (value === null) return '';
  if (isText(value)) return value.state === 'there' ? value.words : say(`text.${value.state}`);
  if (typeof value === 'boolean') return say(value ? 'answer.yes' : 'answer.no');
  return typeof value === 'string' ? tellCode(lang, column, value) : value;
};

type Sheet = { readonly head: readonly string[]; readonly rows: AsyncIterable<readonly Cell[]> };
async function* each(
  rows: AsyncIterable<readonly DataValue[]>,
  cell: (value: DataValue, at: number) => Cell,
): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows) yield row.map(cell);
}

/** A data set under the names of its columns, the same in every language. */
export const plainSheet = (set: DataSet, rows: AsyncIterable<readonly DataValue[]>): Sheet => ({
  head: set.columns.map((one) => one.name),
  rows: each(rows, plainCell),
});

/** A data set as people read it. */
export const toldSheet = (lang: Lang, set: DataSet, rows: AsyncIterable<readonly DataValue[]>): Sheet => ({
  head: set.columns.map((one) => tellColumn(lang, set, one).title),
  rows: each(rows, (value, at) => {
    const column = set.columns[at];
    return column ? toldCell(lang, column, value) : '';
  }),
});
