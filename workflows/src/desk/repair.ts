import { randomUUID } from 'node:crypto';
import {
  type Actor,
  type BodyOf,
  holdsIn,
  NO_FORUM,
  PURPOSE_NAMESPACE,
  type Reconcile,
  RecordRepair,
  type Repair,
  type RepairProcess,
} from '@madang/contracts';
import { WorkflowNotFoundError } from '@temporalio/client';
import { v5 as uuidv5 } from 'uuid';
import { beginAnew, described, reconcile, wantedBy } from '../reconciler/reconcile.ts';
import { whereaboutsOf } from './look-at-process.ts';
import type { Notes } from './noted.ts';
import { isProcessId } from './process-kinds.ts';
import { notQuiet, type Stepping } from './step-clock.ts';

export type Repairing = Stepping & { readonly notes: Notes };
type Logged = {
  readonly forumId: string;
  readonly repairId: string;
  readonly processId: string;
  readonly repair: Repair;
  readonly reasonCode: string;
};

/** Writes a repair down before it is made, in the name of whoever asked. @returns whether its forum is known */
const log = async ({ asker }: Stepping, actor: Actor, body: Logged): Promise<boolean> => {
  const { forumId, repairId } = body;
  const told = await asker.command({
    ...{ id: uuidv5(`repair/${repairId}`, PURPOSE_NAMESPACE), type: RecordRepair.type, forumId },
    ...{ actor, correlationId: repairId, body },
  });
  if (told.status === 404) return false;
  if (told.status !== 200) throw notQuiet('the log of repairs');
  return true;
};

/** Ends a process and begins it anew as the facts say; a matter that is closed begins nothing. */
const restart = async (
  repairing: Repairing,
  { processId, repairId, reasonCode }: BodyOf<typeof RepairProcess>,
): Promise<void> => {
  // Asked first: nothing is ended that could not be begun again, because its owner is away.
  const wanted = await wantedBy(repairing, processId);
  await repairing.client.workflow
    .getHandle(processId)
    .terminate(`repair ${repairId}: ${reasonCode}`)
    .catch((fault: unknown) => {
      if (!(fault instanceof WorkflowNotFoundError)) throw fault;
    });
  if (wanted) await beginAnew(repairing, wanted);
  const found = await described(repairing.client, processId);
  if (found) repairing.notes.look(found);
};

/** Repairs one process. @returns nothing for one that is not there */
export const repairProcess = async (
  repairing: Repairing,
  wish: BodyOf<typeof RepairProcess>,
  actor: Actor,
) => {
  const { client } = repairing;
  const { processId, repair, reasonCode, repairId } = wish;
  if (!isProcessId(processId)) return undefined;
  const marks = (await described(client, processId))?.searchAttributes.MadangForum;
  const forumId = (marks as readonly string[] | undefined)?.[0] ?? wish.forumId;
  if (!forumId || !holdsIn(actor, forumId)) return undefined;
  if (!(await log(repairing, actor, { forumId, repairId, processId, repair, reasonCode }))) return undefined;
  if (repair === 'restart-from-facts') await restart(repairing, wish);
  else {
    const place = await whereaboutsOf(client, processId);
    if (!place) return undefined;
    await client.workflow
      .getHandle(processId)
      .signal('wake', repair === 'skip-wait' ? (place.until ?? '') : '');
  }
  return { done: true, whereabouts: (await whereaboutsOf(client, processId)) ?? null };
};

/** Starts whatever is missing, and notes which processes somebody must look at. */
export const reconcileLogged = async (
  repairing: Repairing,
  { reasonCode = 'not-given', repairId = randomUUID() }: BodyOf<typeof Reconcile>,
  actor: Actor,
) => {
  const about = { forumId: NO_FORUM, repairId, processId: 'workflows', repair: 'reconcile' as const };
  await log(repairing, actor, { ...about, reasonCode });
  return reconcile(repairing, repairing.notes.look);
};
