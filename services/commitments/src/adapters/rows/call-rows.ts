import type { Db } from '@madang/record';
import type { CallRows } from '../../projections/calls.ts';
import { bulk, lastPer } from '../bulk.ts';

export const callRows = (db: Db): CallRows => ({
  putCalls: (calls) =>
    bulk(
      db,
      `INSERT INTO intake_call SELECT r."callId", r."forumId", r."cycleId", r."closesAt", 'open'
       FROM jsonb_to_recordset($1::jsonb) AS r("callId" uuid, "forumId" uuid, "cycleId" uuid, "closesAt" text)
       ON CONFLICT (call_id) DO UPDATE SET closes_at = EXCLUDED.closes_at`,
      lastPer(calls, (one) => one.callId),
    ),
  closeCalls: async (callIds) => {
    await db.$executeRawUnsafe(
      `UPDATE intake_call SET state = 'closed' WHERE call_id = ANY($1::uuid[])`,
      callIds,
    );
  },
});
