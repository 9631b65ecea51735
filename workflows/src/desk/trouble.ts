import type { Trouble } from '@madang/contracts';
import type { WorkflowExecutionDescription } from '@temporalio/client';

/** How long after its instant a step may still be on its way, in milliseconds. */
export const GRACE = 300_000;
/** How long a task may take: what it asks may be away for a moment. */
const LONG_TASK = 60_000;
const MOST_TRIES = 3;

const ENDED: Readonly<Record<string, Trouble['ended']>> = {
  FAILED: 'failed',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed-out',
  CANCELLED: 'cancelled',
};
type Stamp = { readonly seconds?: unknown } | null | undefined;
const instantOf = (stamp: Stamp): number | undefined =>
  stamp?.seconds === undefined || stamp.seconds === null ? undefined : Number(stamp.seconds) * 1000;
const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

/**
 * Why somebody must look at a process, by Temporal's own word about it; nothing if it is as it should be. What a process asks it asks
 * within its task, so a task that comes to no end is one whose question is not answered. For eyes alone; nothing is decided by it.
 */
export const troubleOf = (
  { status, closeTime, searchAttributes, raw }: WorkflowExecutionDescription,
  now = Date.now(),
): Trouble | undefined => {
  const ended = ENDED[status.name];
  if (ended) return { code: 'ended-early', since: closeTime?.toISOString() ?? null, ended };
  if (status.name !== 'RUNNING') return undefined;
  const failing = raw.pendingActivities?.find((one) => (one.attempt ?? 0) > MOST_TRIES);
  if (failing)
    return {
      ...{ code: 'task-failing', since: iso(instantOf(failing.lastStartedTime)) },
      attempts: Number(failing.attempt),
    };
  const task = raw.pendingWorkflowTask;
  const since = instantOf(task?.originalScheduledTime) ?? instantOf(task?.scheduledTime);
  if (task && (task.attempt ?? 0) > MOST_TRIES)
    return { code: 'task-failing', since: iso(since), attempts: Number(task.attempt) };
  if (task && since !== undefined && since < now - LONG_TASK)
    return { code: 'task-pending', since: iso(since), attempts: Number(task.attempt ?? 1) };
  const due = (searchAttributes.MadangDue as readonly Date[] | undefined)?.[0];
  return due && due.getTime() < now - GRACE
    ? { code: 'step-not-taken', since: due.toISOString() }
    : undefined;
};
