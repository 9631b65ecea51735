import type { Db } from '@madang/record';
import type { WindowCountRows } from '../../commands/ports/window-count-rows.ts';
import type { WindowCount } from '../../domain/reporting-window/close-reporting-window.ts';
import type { ReportingRows } from '../../projections/reporting.ts';
import { bulk, lastPer } from '../bulk.ts';

const WINDOW_COUNT = `
  SELECT count(*)::int AS milestones, count(p.milestone_id)::int AS reported
  FROM reporting_window w
  JOIN commitment c ON c.cycle_id = w.cycle_id AND c.state = 'adopted'
  JOIN commitment_version v ON v.commitment_id = c.commitment_id AND v.version = c.version
  CROSS JOIN LATERAL jsonb_array_elements(v.draft->'milestones') AS m
  LEFT JOIN progress_report p ON p.window_id = w.window_id AND p.commitment_id = c.commitment_id AND p.milestone_id = (m->>'milestoneId')::uuid
  WHERE w.window_id = $1::uuid`;

export const reportingRows = (db: Db): ReportingRows & WindowCountRows => ({
  putWindows: (windows) =>
    bulk(
      db,
      `INSERT INTO reporting_window SELECT r."windowId", r."forumId", r."cycleId", r.number, r."closesAt", 'open'
       FROM jsonb_to_recordset($1::jsonb) AS r("windowId" uuid, "forumId" uuid, "cycleId" uuid, number int, "closesAt" text)
       ON CONFLICT (window_id) DO UPDATE SET closes_at = EXCLUDED.closes_at`,
      lastPer(windows, (one) => one.windowId),
    ),
  moveWindow: async (windowId, closesAt) => {
    await db.$executeRawUnsafe(
      'UPDATE reporting_window SET closes_at = $2 WHERE window_id = $1::uuid',
      windowId,
      closesAt,
    );
  },
  closeWindows: async (windowIds) => {
    await db.$executeRawUnsafe(
      `UPDATE reporting_window SET state = 'closed' WHERE window_id = ANY($1::uuid[])`,
      windowIds,
    );
  },
  addTallies: (tallies) =>
    bulk(
      db,
      `INSERT INTO participation_tally SELECT r."cycleId", r.question, r.answer, r.count
       FROM jsonb_to_recordset($1::jsonb) AS r("cycleId" uuid, question text, answer text, count int)
       ON CONFLICT (cycle_id, question, answer) DO UPDATE SET count = participation_tally.count + EXCLUDED.count`,
      tallies,
    ),
  windowCount: async (windowId) => {
    const [row] = await db.$queryRawUnsafe<WindowCount[]>(WINDOW_COUNT, windowId);
    return row ?? { reported: 0, milestones: 0 };
  },
});
