import { ProgressReported, SettleReports } from '@madang/contracts';
import { ask, reaction } from '@madang/decider';

export type ReportedRows = {
  /**
   * Open duties to report in a window that the report on a milestone completes: each milestone they are about was reported
   * by then.
   * @param upTo sequence of that report: reports that came later do not count
   */
  readonly reportedBy: (windowId: string, milestoneId: string, upTo: number) => Promise<readonly string[]>;
};

/** The report that completes a duty discharges it. One that was returned is discharged by the next report on what it is about. */
export const settleWithTheReports = [
  reaction(ProgressReported, async ({ sequence, data }, rows: ReportedRows) => {
    const { forumId, windowId, milestoneId, on } = data;
    return (await rows.reportedBy(windowId, milestoneId, sequence)).map((obligationId) =>
      ask(SettleReports, `reported/${obligationId}`, forumId, { forumId, obligationId, on }),
    );
  }),
];
