import type { Db } from '@madang/record';
import type { DataRows } from '../../queries/open-data.ts';
import { textRows } from '../text-rows.ts';
import { planSets } from './plan-sets.ts';
import { tableSets } from './table-sets.ts';

const statements: Readonly<Record<string, string>> = { ...planSets, ...tableSets };

/** Reads the rows of data sets. @throws for a data set that nothing reads */
export const dataRows = (db: Db): DataRows => ({
  textsOf: textRows(db).textsOf,
  dataAfter: async (set, { cycleId, forumId }, after, take) => {
    const statement = statements[set];
    if (!statement) throw new Error(`nothing reads the data set ${set}`);
    return db.$queryRawUnsafe(statement, cycleId, forumId, after, take);
  },
});
