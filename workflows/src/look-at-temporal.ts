import { Client, Connection, isGrpcServiceError } from '@temporalio/client';
import { GRACE } from './desk/trouble.ts';
import { searchAttributes, TASK_QUEUE } from './search-attributes.ts';

export type TemporalLook = {
  readonly version: string;
  readonly hasNamespace: boolean;
  /** What operators search processes by and this namespace does not know. */
  readonly missingAttributes: readonly string[];
  /** Workers that asked for tasks a moment ago. */
  readonly workers: number;
  readonly running: number;
  /** Processes whose next step should have been taken, a few by name. */
  readonly overdue: { readonly count: number; readonly first: readonly string[] };
};

const NOT_FOUND = 5;
/** A worker asks again at least once a minute; milliseconds. */
const A_MOMENT = 120_000;
const NAMED = 3;
const NOTHING = { hasNamespace: false, missingAttributes: [], workers: 0, running: 0 } as const;

/** How Temporal and the processes in it are, seen from outside. @throws when it does not answer in time */
export const lookAtTemporal = async (at: {
  readonly address: string;
  readonly namespace: string;
}): Promise<TemporalLook> => {
  const { address, namespace } = at;
  const connection = await Connection.connect({ address, connectTimeout: '5 seconds' });
  try {
    return await connection.withDeadline(Date.now() + 15_000, () => look(connection, namespace));
  } finally {
    await connection.close();
  }
};

const look = async (connection: Connection, namespace: string): Promise<TemporalLook> => {
  const { workflowService, operatorService } = connection;
  const { serverVersion } = await workflowService.getSystemInfo({});
  const version = serverVersion ?? '';
  const described = await workflowService.describeNamespace({ namespace }).catch((fault: unknown) => {
    if (isGrpcServiceError(fault) && fault.code === NOT_FOUND) return undefined;
    throw fault;
  });
  if (!described) return { version, ...NOTHING, overdue: { count: 0, first: [] } };
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const missingAttributes = Object.keys(searchAttributes).filter((one) => !(one in (customAttributes ?? {})));
  const { pollers } = await workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: TASK_QUEUE },
    taskQueueType: 1, // of processes
  });
  const since = (Date.now() - A_MOMENT) / 1_000;
  const workers = (pollers ?? []).filter((one) => Number(one.lastAccessTime?.seconds ?? 0) >= since).length;

  const { workflow } = new Client({ connection, namespace });
  const alive = "ExecutionStatus = 'Running'";
  const late = `${alive} AND MadangDue < '${new Date(Date.now() - GRACE).toISOString()}'`;
  const knowsDue = !missingAttributes.includes('MadangDue');
  const first: string[] = [];
  if (knowsDue)
    for await (const one of workflow.list({ query: late, pageSize: NAMED })) {
      first.push(one.workflowId);
      if (first.length === NAMED) break;
    }
  return {
    ...{ version, hasNamespace: true, missingAttributes, workers },
    running: (await workflow.count(alive)).count,
    overdue: { count: knowsDue ? (await workflow.count(late)).count : 0, first },
  };
};
