import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/**
 * Saves one history of each process from a running system (`MADANG_TEMPORAL_ADDRESS`), a finished one where there is one, for the
 * replay specs: `node workflows/src/histories/record.ts`. Histories hold ids, dates and stages, so they can be kept.
 */
const folder = fileURLToPath(new URL('../../saved-histories', import.meta.url));
const client = new Client({
  connection: await Connection.connect({ address: process.env.MADANG_TEMPORAL_ADDRESS ?? '127.0.0.1:8084' }),
});
mkdirSync(folder, { recursive: true });

for (const type of [
  'actionPlanCycle',
  'drafting',
  'consultation',
  'response',
  'approval',
  'monitoring',
  'obligation',
  'forumCalendar',
]) {
  for (const status of ['Completed', 'ContinuedAsNew', 'Running']) {
    const listed = client.workflow.list({
      query: `WorkflowType = "${type}" AND ExecutionStatus = "${status}"`,
      pageSize: 1,
    });
    const found = (await listed[Symbol.asyncIterator]().next()).value;
    if (!found) continue;
    const history = await client.workflow.getHandle(found.workflowId, found.runId).fetchHistory();
    writeFileSync(`${folder}/${type}-${status.toLowerCase()}.json`, `${historyToJSON(history)}\n`);
    console.log(`${type} ${status.toLowerCase()}: ${history.events?.length ?? 0} events`);
  }
}
process.exit(0);
