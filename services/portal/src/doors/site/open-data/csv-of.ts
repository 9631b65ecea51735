import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Cell } from '../sheet-of.ts';

/** Rows as CSV that is written while it is read. `onFault` is told what broke it off; the stream ends with the fault. */
export const csvOf = (
  head: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  onFault: (fault: unknown) => void,
): Readable => {
  // With a mark that tells Excel it is UTF-8; a cell that would be read as a formula is quoted as text.
  const csv = stringify({ header: true, columns: [...head], bom: true, escape_formulas: true });
  pipeline(Readable.from(rows), csv).catch(onFault);
  return csv;
};
