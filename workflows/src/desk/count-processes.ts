import type { ProcessCounts, ResultOf } from '@madang/contracts';
import { type Gauge, METRICS } from '@madang/service-kit';
import type { Client } from '@temporalio/client';
import type { Notes } from './noted.ts';
import { processKinds, typeOf } from './process-kinds.ts';
import { GRACE } from './trouble.ts';

/** Running processes by kind, and those whose next step should have been taken. */
const counted = async (client: Client, now: number, forumId?: string) => {
  const past = new Date(now - GRACE).toISOString();
  const of = forumId ? ` AND MadangForum = '${forumId}'` : '';
  return Promise.all(
    processKinds.map(async (process) => {
      const running = `WorkflowType = '${typeOf(process)}' AND ExecutionStatus = 'Running'${of}`;
      const [all, overdue] = await Promise.all([
        client.workflow.count(running),
        client.workflow.count(`${running} AND MadangDue < '${past}'`),
      ]);
      return { process, running: all.count, overdue: overdue.count };
    }),
  );
};

/** For metrics alone: nothing is decided by it. */
export const countProcesses = async (client: Client, now = Date.now()): Promise<readonly Gauge[]> =>
  (await counted(client, now)).flatMap(({ process, running, overdue }) => [
    { name: METRICS.processes, value: running, labels: { process, state: 'running' } },
    { name: METRICS.processes, value: overdue, labels: { process, state: 'overdue' } },
  ]);

/** For the console: of each kind how many run, and how many somebody must look at. */
export const processCounts = async (
  client: Client,
  notes: Notes,
  forumId: string | undefined,
): Promise<ResultOf<typeof ProcessCounts>> => ({
  kinds: (await counted(client, Date.now(), forumId)).map(({ process, running, overdue }) => ({
    ...{ process, running },
    trouble: overdue + notes.of(forumId).filter(({ kind }) => kind === process).length,
  })),
});
