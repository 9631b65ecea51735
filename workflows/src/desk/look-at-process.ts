import type { ProcessesOf, ResultOf, Whereabouts } from '@madang/contracts';
import {
  type Client,
  QueryNotRegisteredError,
  type WorkflowExecutionDescription,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { described } from '../reconciler/reconcile.ts';
import { isProcessId, kindOf } from './process-kinds.ts';
import { troubleOf } from './trouble.ts';

export type SeenProcess = ResultOf<typeof ProcessesOf>['processes'][number];

/** How long one process may take to say where it stands before it is shown without: others wait for the same page. */
const PATIENCE = 2_000;
const AT_ONCE = 50;

/** Where a process says that it stands; nothing for what is not there. */
export const whereaboutsOf = async (client: Client, processId: string): Promise<Whereabouts | undefined> => {
  if (!isProcessId(processId)) return undefined;
  try {
    return await client.workflow.getHandle(processId).query<Whereabouts>('whereabouts');
  } catch (fault) {
    if (fault instanceof WorkflowNotFoundError || fault instanceof QueryNotRegisteredError) return undefined;
    throw fault;
  }
};

const first = (found: WorkflowExecutionDescription, name: string): unknown =>
  (found.searchAttributes as Readonly<Record<string, readonly unknown[] | undefined>>)[name]?.[0];

/** What is known of a process that does not answer: by what it said of itself before. */
const byItsMarks = (found: WorkflowExecutionDescription): SeenProcess | undefined => {
  const process = kindOf(found.type);
  const forumId = first(found, 'MadangForum');
  const due = first(found, 'MadangDue');
  if (!process || typeof forumId !== 'string') return undefined;
  return {
    ...{ process, processId: found.workflowId, forumId, stage: String(first(found, 'MadangStage') ?? '') },
    ...{ waitingFor: '', awaited: [], until: due instanceof Date ? due.toISOString() : null },
    ...{ next: '', lastHumanAct: null },
  };
};

const lookAt = async (client: Client, processId: string): Promise<SeenProcess | undefined> => {
  const found = await described(client, processId);
  if (!found) return undefined;
  const trouble = troubleOf(found);
  // One whose task fails or hangs would keep its asker waiting.
  const isSilent = trouble !== undefined && trouble.code !== 'step-not-taken';
  const place = isSilent
    ? undefined
    : await client
        .withDeadline(Date.now() + PATIENCE, () => whereaboutsOf(client, processId))
        .catch(() => undefined);
  const seen = place ?? byItsMarks(found);
  const why = trouble ?? (place ? undefined : { code: 'task-pending' as const, since: null });
  return seen && { ...seen, ...(why ? { trouble: why } : {}) };
};

/** Looks at processes, so many at once; one that does not answer is shown by its marks and keeps nobody else from being shown. */
export const lookAtProcesses = async (
  client: Client,
  processIds: readonly string[],
): Promise<readonly SeenProcess[]> => {
  const seen: SeenProcess[] = [];
  const ids = [...new Set(processIds)].filter(isProcessId);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => lookAt(client, id)));
    seen.push(...some.filter((one) => one !== undefined));
  }
  return seen;
};
