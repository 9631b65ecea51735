import type { Db } from '@madang/record';
import type { ReportWriter } from '../copies/reports.ts';
import type { ReportedRows } from '../reactions/settle-with-the-reports.ts';
import { tablesOf } from './tables.ts';

/** Milestones that a duty to report is about: those of adopted commitments that the institution leads which owes or owed first. */
const ABOUT = `FROM milestone_copy m JOIN commitment_copy c ON c.id = m.commitment_id
  WHERE c.cycle_id = o.cycle_id AND c.adopted AND m.lead_institution_id IN (o.institution_id, o.imposed_on_id)
  AND (jsonb_array_length(coalesce(o.subject->'commitmentIds', '[]')) = 0 OR o.subject->'commitmentIds' ? c.id::text)`;

/** What is to be reported on, and what was. */
export const reportRows = (db: Db): ReportWriter & ReportedRows => {
  const tables = tablesOf(db);
  return {
    putMilestones: async ({ commitmentId, cycleId, draft: { milestones } }) => {
      await tables.commitmentCopy.createMany({
        data: [{ id: commitmentId, cycleId, adopted: false }],
        skipDuplicates: true,
      });
      await tables.milestoneCopy.deleteMany({ where: { commitmentId } });
      await tables.milestoneCopy.createMany({
        data: milestones.map(({ milestoneId, leadInstitutionId }) => ({
          ...{ commitmentId, milestoneId, leadInstitutionId },
        })),
        skipDuplicates: true,
      });
    },
    adoptCommitments: async (ids) =>
      void (await tables.commitmentCopy.updateMany({
        where: { id: { in: [...ids] } },
        data: { adopted: true },
      })),
    dropCommitments: async (ids) => {
      await tables.milestoneCopy.deleteMany({ where: { commitmentId: { in: [...ids] } } });
      await tables.commitmentCopy.deleteMany({ where: { id: { in: [...ids] } } });
    },
    addReports: async (reports) =>
      void (await tables.milestoneReport.createMany({
        data: reports.map((one) => ({ ...one, sequence: BigInt(one.sequence) })),
        skipDuplicates: true,
      })),
    reportedBy: async (windowId, milestoneId, upTo) =>
      (
        await db.$queryRawUnsafe<{ readonly id: string }[]>(
          `SELECT o.id FROM obligation_row o
           WHERE o.state = 'open' AND o.obligation_kind = 'progress-report' AND o.subject->>'windowId' = $1
           AND EXISTS (SELECT ${ABOUT} AND m.milestone_id = $2::uuid)
           AND NOT EXISTS (SELECT ${ABOUT} AND NOT EXISTS (
             SELECT FROM milestone_report r
             WHERE r.window_id = $1::uuid AND r.milestone_id = m.milestone_id AND r.sequence <= $3::bigint))
           ORDER BY o.id`,
          windowId,
          milestoneId,
          upTo,
        )
      ).map(({ id }) => id),
  };
};
