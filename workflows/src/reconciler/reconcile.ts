import { PROCESS_ACTOR_ID } from '@madang/contracts';
import type { Asker } from '@madang/messaging';
import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { WorkflowIdReusePolicy } from '@temporalio/common';
import type { Rests } from '../desk/rests.ts';
import { TASK_QUEUE, TASK_TIMEOUT } from '../search-attributes.ts';

export type Reconciling = { readonly asker: Asker; readonly client: Client; readonly rests: Rests };
type Wanted = {
  readonly processId: string;
  readonly type: string;
  readonly forumId: string;
  readonly clock: 'wall' | 'stepped';
  readonly args: object;
};
type Forums = {
  readonly forums: readonly { forumId: string; clock: 'wall' | 'stepped' }[];
  readonly cycles: readonly { forumId: string; cycleId: string; clock: 'wall' | 'stepped' }[];
  readonly next: string | null;
};
type Obligations = {
  readonly obligations: readonly { obligationId: string; forumId: string; clock: 'wall' | 'stepped' }[];
  readonly next: string | null;
};

const clock = { id: PROCESS_ACTOR_ID, roles: ['process' as const] };

/** What should be running, by its owners' word. @throws when an owner does not answer: then nothing is concluded */
const wanted = async (asker: Asker): Promise<readonly Wanted[]> => {
  const ask = async <T>(type: string, body: object): Promise<T> => {
    const answer = await asker.query({ type, actor: clock, body });
    if (answer.status !== 200) throw new Error(`${type} was answered ${answer.status}`);
    return answer.result as T;
  };
  const all: Wanted[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Forums = await ask('forums.open-cycles.v1', cursor ? { cursor } : {});
    for (const { forumId, clock: kind } of page.forums)
      all.push({
        processId: `forum-calendar/${forumId}`,
        type: 'forumCalendar',
        forumId,
        clock: kind,
        args: { forumId, clock: kind },
      });
    for (const { forumId, cycleId, clock: kind } of page.cycles)
      all.push({
        processId: `cycle/${cycleId}`,
        type: 'actionPlanCycle',
        forumId,
        clock: kind,
        args: { forumId, cycleId, clock: kind },
      });
    cursor = page.next;
  }
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Obligations = await ask('ministries.open-obligations.v1', cursor ? { cursor } : {});
    for (const { obligationId, forumId, clock: kind } of page.obligations)
      all.push({
        processId: `obligation/${obligationId}`,
        type: 'obligation',
        forumId,
        clock: kind,
        args: { forumId, obligationId, clock: kind },
      });
    cursor = page.next;
  }
  return all;
};

/**
 * Compares what is open with what runs and starts what is missing; that is also how a lost Temporal is filled again.
 * `only`: one process, which somebody waits for.
 */
export const reconcile = async (
  { asker, client, rests }: Reconciling,
  only?: string,
): Promise<{ readonly compared: number; readonly started: number }> => {
  const all = (await wanted(asker)).filter((one) => only === undefined || one.processId === only);
  let started = 0;
  for (const one of all) {
    const running = await client.workflow
      .getHandle(one.processId)
      .describe()
      .then(
        (found) => found.status.name === 'RUNNING',
        (fault: unknown) => {
          if (fault instanceof WorkflowNotFoundError) return false;
          throw fault;
        },
      );
    if (running) continue;
    if (one.clock === 'stepped') await rests.expectAnew(one.forumId, one.processId);
    try {
      await client.workflow.start(one.type, {
        workflowId: one.processId,
        taskQueue: TASK_QUEUE,
        args: [one.args],
        workflowTaskTimeout: TASK_TIMEOUT,
        workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
        searchAttributes: { MadangForum: [one.forumId] },
      });
      started += 1;
    } catch (fault) {
      if (!(fault instanceof WorkflowExecutionAlreadyStartedError)) throw fault;
      // Somebody was faster. Where it rests was just forgotten: let it say so again.
      await client.workflow.getHandle(one.processId).signal('wake', '');
    }
  }
  return { compared: all.length, started };
};
