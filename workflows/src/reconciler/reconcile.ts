import type { Asker } from '@madang/messaging';
import {
  type Client,
  WorkflowExecutionAlreadyStartedError,
  type WorkflowExecutionDescription,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { WorkflowIdReusePolicy } from '@temporalio/common';
import type { Rests } from '../desk/rests.ts';
import { TASK_QUEUE, TASK_TIMEOUT } from '../search-attributes.ts';
import { type Wanted, wantedNow, wantedOne } from './wanted.ts';
import { isStage, type LifeOf, missingStage, wantedStage } from './wanted-stage.ts';

export type Reconciling = { readonly asker: Asker; readonly client: Client; readonly rests: Rests };
/** Told of every process that was looked at. */
export type Look = (one: WorkflowExecutionDescription) => void;
type Reconciled = { readonly compared: number; readonly started: number };

/** How a process is by Temporal's own word, not by its search; nothing if it is not there. */
export const described = (
  client: Client,
  processId: string,
): Promise<WorkflowExecutionDescription | undefined> =>
  client.workflow
    .getHandle(processId)
    .describe()
    .catch((fault: unknown) => {
      if (fault instanceof WorkflowNotFoundError) return undefined;
      throw fault;
    });

const lifeOf =
  (client: Client, look?: Look): LifeOf =>
  async (processId) => {
    const found = await described(client, processId);
    if (!found) return 'none';
    look?.(found);
    const { name } = found.status;
    return name === 'RUNNING' ? 'running' : name === 'COMPLETED' ? 'completed' : 'lost';
  };

/** Begins a process that does not run. @returns whether it was this who began it */
const begin = async ({ client, rests }: Reconciling, one: Wanted): Promise<boolean> => {
  const { processId, type, forumId, cycleId, summary, args } = one;
  if (one.clock === 'stepped') await rests.expectAnew(forumId, processId);
  try {
    await client.workflow.start(type, {
      workflowId: processId,
      taskQueue: TASK_QUEUE,
      args: [args],
      workflowTaskTimeout: TASK_TIMEOUT,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
      ...(summary ? { staticSummary: summary } : {}),
      searchAttributes: {
        MadangForum: [forumId],
        ...(cycleId ? { MadangCycle: [cycleId], MadangStage: [type] } : {}),
      },
    });
    return true;
  } catch (fault) {
    if (!(fault instanceof WorkflowExecutionAlreadyStartedError)) throw fault;
    // Somebody was faster. Where it rests was just forgotten: let it say so again.
    await client.workflow.getHandle(processId).signal('wake', '');
    return false;
  }
};

/** What a process would be begun with, if its matter is open; asked of the owner. @throws when that does not answer */
export const wantedBy = ({ asker, client }: Reconciling, processId: string): Promise<Wanted | undefined> =>
  isStage(processId) ? wantedStage(asker, processId, lifeOf(client)) : wantedOne(asker, processId);

/** Begins one process anew, which somebody waits for. @returns whether it runs now */
export const beginAnew = async (reconciling: Reconciling, one: Wanted): Promise<void> => {
  if ((await lifeOf(reconciling.client)(one.processId)) !== 'running') await begin(reconciling, one);
};

/**
 * Compares what is open with what runs and starts what is missing; that is also how a lost Temporal is filled again. A cycle that
 * runs while the process of its stage is gone has that begun anew; one that is gone itself begins its stage when it is back.
 */
export const reconcile = async (reconciling: Reconciling, look?: Look): Promise<Reconciled> => {
  const { asker, client } = reconciling;
  const { all, cycles } = await wantedNow(asker);
  const life = lifeOf(client, look);
  const begun = new Set<string>();
  for (const one of all)
    if ((await life(one.processId)) !== 'running' && (await begin(reconciling, one)))
      begun.add(one.processId);
  for (const { cycleId } of cycles) {
    if (begun.has(`cycle/${cycleId}`)) continue;
    const stage = await missingStage(asker, cycleId, life);
    if (stage && (await begin(reconciling, stage))) begun.add(stage.processId);
  }
  return { compared: all.length + cycles.length, started: begun.size };
};
