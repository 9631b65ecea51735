import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';

export type Cell = string | number;

/** Excel takes 32,767 characters to a cell. */
const MOST_IN_CELL = 32_767;

const fitting = (cell: Cell): Cell =>
  typeof cell === 'number' || cell.length <= MOST_IN_CELL
    ? cell
    : cell.slice(0, MOST_IN_CELL).replace(/[\ud800-\udbff]$/, '');

async function* fittingRows(rows: AsyncIterable<readonly Cell[]>) {
  for await (const row of rows) yield row.map(fitting);
}

/**
 * Rows as an XLSX file that is written while it is read: memory does not grow with it. A number is a number, everything else
 * text and never a formula. What does not fit on one sheet (1,048,576 rows) goes on the next, under the same head.
 */
export const sheetOf = (
  name: string,
  head: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): Readable => {
  const bytes = writeXlsxStream(fittingRows(rows), {
    name,
    columns: head.map((header) => ({ header })),
    freezePane: { rows: 1 },
  });
  return Readable.fromWeb(bytes as ReadableStream<Uint8Array>);
};
