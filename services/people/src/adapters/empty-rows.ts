import type { Db } from '@madang/record';

/** Deletes the rows that follow from the service's own facts, before they are made again from the log. */
export const emptyRows = async (db: Db): Promise<void> => {
  for (const table of [
    'contact',
    'notice_row',
    'notice_step',
    'role_row',
    'webhook_row',
    'webhook_call_row',
    'repair_row',
    'sign_in_row',
  ])
    await db.$executeRawUnsafe(`DELETE FROM ${table}`);
};
