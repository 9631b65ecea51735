import type { Db } from '@madang/record';

const FROM_OWN_FACTS = [
  'intake_call',
  'proposal',
  'proposal_commitment',
  'commitment',
  'commitment_version',
  'progress_report',
  'consultation',
  'contribution',
  'cluster_member',
  'response',
  'response_member',
  'reporting_window',
  'participation_tally',
  'erased_contributor',
  'import_batch',
  'import_row',
] as const;

/** Deletes the rows that follow from the service's own facts, before they are made again from the log. */
export const emptyRows = async (db: Db): Promise<void> => {
  for (const table of FROM_OWN_FACTS) await db.$executeRawUnsafe(`DELETE FROM ${table}`);
};
