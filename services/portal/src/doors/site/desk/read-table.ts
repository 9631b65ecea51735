import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';

/** A file that is too large once unpacked is not unpacked. */
const MOST_UNPACKED = 200 * 1024 * 1024;
/** One more than an import takes, and the heading. */
const MOST_LINES = 10_002;

const isZip = (file: Buffer): boolean => file.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';

const unpackedSize = (file: Buffer): number => {
  let size = 0;
  unzipSync(file, {
    filter: ({ originalSize }) => {
      size += originalSize;
      return false;
    },
  });
  return size;
};

const cellOf = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : String(cell);

/**
 * The cells of a CSV (UTF-8, or the EUC-KR that Excel in Korea writes) or of the first sheet of an XLSX.
 * @throws when it is neither, or too large once unpacked
 */
export const readTable = async (file: Buffer): Promise<readonly (readonly string[])[]> => {
  if (isZip(file)) {
    if (unpackedSize(file) > MOST_UNPACKED) throw new Error('too large once unpacked');
    const sheet = await readSheet(file);
    return sheet.slice(0, MOST_LINES).map((row) => row.map(cellOf));
  }
  if (file.includes(0)) throw new Error('neither text nor a sheet');
  const utf8 = new TextDecoder('utf-8').decode(file);
  const text = utf8.includes('�') ? new TextDecoder('euc-kr').decode(file) : utf8;
  return parse(text, {
    ...{ bom: true, relax_column_count: true, skip_empty_lines: false, to: MOST_LINES },
    delimiter: [',', ';', '\t'],
  }) as string[][];
};
