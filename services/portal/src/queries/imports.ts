import {
  type ImportKind,
  type ImportPlace,
  type ImportRow,
  type ImportTable,
  readImportTable,
} from '../domain/import-table.ts';

export type { ImportColumn, ImportKind, ImportRow, ImportTable, RowError } from '../domain/import-table.ts';
export { importColumns } from '../domain/import-table.ts';

/** Characters of text to a part: it fits into one message whatever its words. */
const MOST_TEXT = 150_000;
const MOST_ROWS = 200;

/** Rows in parts, each small enough for one command. */
const inParts = (rows: readonly ImportRow[]): readonly (readonly ImportRow[])[] => {
  const parts: ImportRow[][] = [];
  let length = 0;
  for (const row of rows) {
    const size = row.text.length + (row.title?.length ?? 0);
    const last = parts.at(-1);
    if (!last || last.length >= MOST_ROWS || length + size > MOST_TEXT) {
      parts.push([row]);
      length = size;
    } else {
      last.push(row);
      length += size;
    }
  }
  return parts;
};

/** A table as it can be staged: its parts, and everything that is wrong with it. */
export const importOf = (
  kind: ImportKind,
  place: ImportPlace,
  table: readonly (readonly string[])[],
): ImportTable & { readonly parts: readonly (readonly ImportRow[])[] } => {
  const read = readImportTable(kind, place, table);
  return { ...read, parts: inParts(read.rows) };
};
