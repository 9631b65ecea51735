import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/**
 * Saves histories of each process from a system on which rehearsals have run (`MADANG_TEMPORAL_ADDRESS`), in place of those
 * saved before, for the replay specs: `node workflows/src/histories/record.ts [--most 24]`. Of each process those are taken
 * that differ most in length, so that short and long ways are among them. Histories hold ids, dates and stages, so they can be kept.
 */
const { values } = parseArgs({ options: { most: { type: 'string', default: '24' } } });
const most = Number(values.most);
const folder = fileURLToPath(new URL('../../saved-histories', import.meta.url));
const client = new Client({
  connection: await Connection.connect({ address: process.env.MADANG_TEMPORAL_ADDRESS ?? '127.0.0.1:8084' }),
});
mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) rmSync(`${folder}/${old}`);

/** At most so many of a list, evenly over its whole length, the first and the last among them. */
const spread = <T>(list: readonly T[]): readonly T[] =>
  list.length <= most
    ? list
    : Array.from({ length: most }, (_, at) => list[Math.round((at * (list.length - 1)) / (most - 1))] as T);

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
  const found: {
    readonly workflowId: string;
    readonly runId: string;
    readonly length: number;
    status: string;
  }[] = [];
  for await (const one of client.workflow.list({ query: `WorkflowType = "${type}"` }))
    found.push({
      workflowId: one.workflowId,
      runId: one.runId,
      length: one.historyLength,
      status: one.status.name.toLowerCase().replaceAll('_', ''),
    });
  found.sort((a, b) => a.length - b.length);
  const taken = spread(found);
  for (const [at, { workflowId, runId, status }] of taken.entries()) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const file = `${folder}/${type}-${String(at + 1).padStart(2, '0')}-${status}.json.gz`;
    writeFileSync(file, gzipSync(historyToJSON(history), { level: 9 }));
  }
  console.log(`${type}: ${taken.length} of ${found.length}`);
}
process.exit(0);
