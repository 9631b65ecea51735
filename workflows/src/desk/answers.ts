import {
  type Actor,
  type BodyOf,
  ForumTable,
  holdsIn,
  PROCESS_ACTOR_ID,
  ProcessCounts,
  ProcessesOf,
  ProcessWhereabouts,
  type Query,
  Reconcile,
  RepairProcess,
  StepForumClock,
  WorkflowsHealth,
} from '@madang/contracts';
import { processCounts } from './count-processes.ts';
import { type Answering, door } from './desk-door.ts';
import { listProcesses } from './list-processes.ts';
import { whereaboutsOf } from './look-at-process.ts';
import { type Repairing, reconcileLogged, repairProcess } from './repair.ts';
import { notQuiet, stepForumClock } from './step-clock.ts';
import { workerVersions } from './worker-versions.ts';

export type Desk = Repairing & {
  /** Names the code of the workers in this room. */
  readonly buildId?: string | undefined;
};
const clock = { id: PROCESS_ACTOR_ID, roles: ['process' as const] };

/** An office is of one forum: whoever names none sees that one, and nobody else's processes. */
const within = (forumId: string | undefined, { forumIds }: Actor): string | undefined =>
  forumId ?? forumIds?.[0];

/** A door whose body is read by its contract before it comes here. */
const on = <Q extends Query>(
  query: Q,
  answer: (body: BodyOf<Q>, actor: Parameters<Answering>[1]) => Promise<unknown>,
): readonly [Query, Answering] => [query, answer as Answering];

/** What the desk of the workflows answers. */
export const deskAnswers = (desk: Desk): Readonly<Record<string, (message: unknown) => Promise<unknown>>> => {
  const { asker, client, notes } = desk;
  const nowOf = (forumId: string) => async (): Promise<string> => {
    const answer = await asker.query({ type: ForumTable.type, actor: clock, body: { forumId } });
    if (answer.status !== 200) throw notQuiet('the forum');
    return (answer.result as { readonly now: string }).now;
  };
  const health = async () => ({
    temporal: (await client.workflowService.getSystemInfo({})).serverVersion ?? null,
    node: process.version,
    heard: Object.fromEntries(desk.listeners.map((one) => [one.source, one.position()])),
    namespace: client.options.namespace,
    buildId: desk.buildId ?? null,
    workers: await workerVersions(client),
  });
  const doors = [
    on(ProcessWhereabouts, async ({ processId }, actor) => {
      const found = await whereaboutsOf(client, processId);
      return found && holdsIn(actor, found.forumId) ? found : undefined;
    }),
    on(ProcessesOf, async (wish, actor) => {
      const listed = await listProcesses(desk, { ...wish, forumId: within(wish.forumId, actor) });
      return { ...listed, processes: listed.processes.filter((one) => holdsIn(actor, one.forumId)) };
    }),
    on(ProcessCounts, ({ forumId }, actor) => processCounts(client, notes, within(forumId, actor))),
    on(StepForumClock, ({ forumId, notAfter, from }) =>
      stepForumClock(desk, forumId, notAfter, nowOf(forumId), from),
    ),
    on(RepairProcess, (wish, actor) => repairProcess(desk, wish, actor)),
    on(WorkflowsHealth, health),
    on(Reconcile, (wish, actor) => reconcileLogged(desk, wish, actor)),
  ];
  return Object.fromEntries(doors.map(([query, answer]) => [query.type, door(query, answer)]));
};
