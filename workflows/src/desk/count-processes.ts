import { type Gauge, METRICS } from '@madang/service-kit';
import type { Client } from '@temporalio/client';

const KINDS = {
  actionPlanCycle: 'action-plan-cycle',
  drafting: 'drafting',
  consultation: 'consultation',
  response: 'response',
  approval: 'approval',
  monitoring: 'monitoring',
  obligation: 'obligation',
  forumCalendar: 'forum-calendar',
} as const;

/** How long after its instant a step may still be on its way, in milliseconds. */
export const DUE_GRACE = 300_000;

/** Running processes by kind, and those whose next step should have been taken: for metrics alone, nothing is decided by it. */
export const countProcesses = async (client: Client, now = Date.now()): Promise<readonly Gauge[]> => {
  const past = new Date(now - DUE_GRACE).toISOString();
  const counted = await Promise.all(
    Object.entries(KINDS).map(async ([type, process]) => {
      const running = `WorkflowType = '${type}' AND ExecutionStatus = 'Running'`;
      const [all, overdue] = await Promise.all([
        client.workflow.count(running),
        client.workflow.count(`${running} AND MadangDue < '${past}'`),
      ]);
      return [
        { name: METRICS.processes, value: all.count, labels: { process, state: 'running' } },
        { name: METRICS.processes, value: overdue.count, labels: { process, state: 'overdue' } },
      ];
    }),
  );
  return counted.flat();
};
