import type { Db } from '@madang/record';
import { looking } from './looking.ts';
import { reading } from './reading.ts';
import { reportRows } from './report-rows.ts';
import { tablesOf } from './tables.ts';
import { writing } from './writing.ts';

/** Every port of the service over the rows of one transaction. */
export const rows = (db: Db) => {
  const tables = tablesOf(db);
  return { ...looking(tables), ...reading(tables), ...writing(tables), ...reportRows(db) };
};

export type Rows = ReturnType<typeof rows>;
