import type { Db } from '@madang/record';
import { commitmentReading } from './reading/commitment-reading.ts';
import { consultationReading } from './reading/consultation-reading.ts';
import { cycleReading } from './reading/cycle-reading.ts';
import { proposalReading } from './reading/proposal-reading.ts';
import { callRows } from './rows/call-rows.ts';
import { commitmentRows } from './rows/commitment-rows.ts';
import { consultationRows } from './rows/consultation-rows.ts';
import { contributionRows } from './rows/contribution-rows.ts';
import { dutyRows } from './rows/duty-rows.ts';
import { importRows } from './rows/import-rows.ts';
import { planRows } from './rows/plan-rows.ts';
import { proposalRows } from './rows/proposal-rows.ts';
import { reportingRows } from './rows/reporting-rows.ts';
import { responseRows } from './rows/response-rows.ts';

/** Every port of the service over the rows of one transaction. */
export const rows = (db: Db) => ({
  ...planRows(db),
  ...callRows(db),
  ...proposalRows(db),
  ...commitmentRows(db),
  ...consultationRows(db),
  ...contributionRows(db),
  ...responseRows(db),
  ...reportingRows(db),
  ...dutyRows(db),
  ...importRows(db),
  ...consultationReading(db),
  ...proposalReading(db),
  ...cycleReading(db),
  ...commitmentReading(db),
});

export type Rows = ReturnType<typeof rows>;
