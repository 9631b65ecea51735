import {
  type Actor,
  type BodyOf,
  ForumTable,
  PROCESS_ACTOR_ID,
  ProcessesOf,
  ProcessWhereabouts,
  PURPOSE_NAMESPACE,
  type Query,
  type QueryAnswer,
  QueryEnvelope,
  Reconcile,
  RecordRepair,
  RepairProcess,
  StepForumClock,
  type Whereabouts,
  WorkflowsHealth,
} from '@madang/contracts';
import { notAnswering } from '@madang/messaging';
import { type Client, QueryNotRegisteredError, WorkflowNotFoundError } from '@temporalio/client';
import { v5 as uuidv5 } from 'uuid';
import { reconcile } from '../reconciler/reconcile.ts';
import { type Stepping, stepForumClock } from './step-clock.ts';

export type Desk = Stepping;
type Answering = (body: unknown, actor: Actor) => Promise<unknown>;
const clock = { id: PROCESS_ACTOR_ID, roles: ['process' as const] };

/** Ids of processes are ours, such as `obligation/…`; Temporal is not asked for what can be none. */
const isProcessId = (id: string): boolean => /^[a-z][a-z-]*(\/[\w.:-]{1,80}){1,4}$/.test(id);

const whereaboutsOf = async (client: Client, processId: string): Promise<Whereabouts | undefined> => {
  if (!isProcessId(processId)) return undefined;
  try {
    return await client.workflow.getHandle(processId).query<Whereabouts>('whereabouts');
  } catch (fault) {
    if (fault instanceof WorkflowNotFoundError || fault instanceof QueryNotRegisteredError) return undefined;
    throw fault;
  }
};

const processesOf = async (
  client: Client,
  forumId: string,
): Promise<{ readonly processes: Whereabouts[] }> => {
  const ids: string[] = [];
  for await (const one of client.workflow.list({
    query: `MadangForum = "${forumId}" AND ExecutionStatus = "Running"`,
  }))
    ids.push(one.workflowId);
  const found = await Promise.all(ids.slice(0, 500).map((id) => whereaboutsOf(client, id)));
  return { processes: found.filter((one) => one !== undefined) };
};

/** A door of the desk: parse, permit, answer; what is not quiet in time is a 503 that says what it waits for. */
const door =
  (query: Query, answer: Answering) =>
  async (message: unknown): Promise<QueryAnswer> => {
    const envelope = QueryEnvelope.safeParse(message);
    const body = envelope.success ? query.body.safeParse(envelope.data.body) : undefined;
    if (!envelope.success || !body?.success)
      return {
        status: 400,
        issues:
          (body?.error ?? envelope.error)?.issues.map((one) => ({
            path: one.path.join('/'),
            code: one.code ?? 'invalid',
            message: one.message,
          })) ?? [],
      };
    const permitted = query.by;
    if (
      permitted !== 'anyone' &&
      !envelope.data.actor.roles.some((role) => permitted.includes(role) || role === 'process')
    )
      return { status: 403, refusal: { code: 'not-permitted', facts: {}, remedy: 'This is for operators.' } };
    try {
      const result = await answer(body.data, envelope.data.actor);
      if (result === undefined)
        return {
          status: 404,
          refusal: { code: 'unknown-process', facts: {}, remedy: 'Check the id of the process.' },
        };
      return { status: 200, result, heard: {} };
    } catch (fault) {
      const what = (fault as { notQuiet?: string }).notQuiet;
      if (what === undefined) throw fault;
      return notAnswering('not-quiet', { waitsFor: what }, 1);
    }
  };

/** What the desk of the workflows answers. */
export const deskAnswers = (desk: Desk): Readonly<Record<string, (message: unknown) => Promise<unknown>>> => {
  const { asker, client } = desk;
  const nowOf = (forumId: string) => async (): Promise<string> => {
    const answer = await asker.query({ type: ForumTable.type, actor: clock, body: { forumId } });
    if (answer.status !== 200) throw Object.assign(new Error('forum'), { notQuiet: 'the forum' });
    return (answer.result as { readonly now: string }).now;
  };
  const forumOf = async (processId: string): Promise<string | undefined> => {
    try {
      const { searchAttributes } = await client.workflow.getHandle(processId).describe();
      return (searchAttributes.MadangForum as readonly string[] | undefined)?.[0];
    } catch (fault) {
      if (fault instanceof WorkflowNotFoundError) return undefined;
      throw fault;
    }
  };
  const repair: Answering = async (given, actor) => {
    const wish = given as BodyOf<typeof RepairProcess>;
    const { processId, repair: how, reasonCode, repairId } = wish;
    if (!isProcessId(processId)) return undefined;
    const forumId = (await forumOf(processId)) ?? wish.forumId;
    if (!forumId) return undefined;
    // Written down before it is made, in the name of whoever asked: none is made that nobody can look up.
    const told = await asker.command({
      ...{ id: uuidv5(`repair/${repairId}`, PURPOSE_NAMESPACE), type: RecordRepair.type, forumId },
      ...{ actor, correlationId: repairId, body: { forumId, repairId, processId, repair: how, reasonCode } },
    });
    if (told.status === 404) return undefined;
    if (told.status !== 200) throw Object.assign(new Error('repair'), { notQuiet: 'the log of repairs' });
    const handle = client.workflow.getHandle(processId);
    if (how === 'restart-from-facts') {
      await handle.terminate(`repair ${repairId}: ${reasonCode}`).catch((fault: unknown) => {
        if (!(fault instanceof WorkflowNotFoundError)) throw fault;
      });
      await reconcile(desk, processId);
    } else {
      const place = await whereaboutsOf(client, processId);
      if (!place) return undefined;
      await handle.signal('wake', how === 'skip-wait' ? (place.until ?? '') : '');
    }
    return { done: true, whereabouts: (await whereaboutsOf(client, processId)) ?? null };
  };
  const health: Answering = async () => ({
    temporal: (await client.workflowService.getSystemInfo({})).serverVersion ?? null,
    node: process.version,
    heard: Object.fromEntries(desk.listeners.map((one) => [one.source, one.position()])),
  });
  const doors: readonly (readonly [Query, Answering])[] = [
    [ProcessWhereabouts, (body) => whereaboutsOf(client, (body as { processId: string }).processId)],
    [ProcessesOf, (body) => processesOf(client, (body as { forumId: string }).forumId)],
    [
      StepForumClock,
      (body) => {
        const { forumId, notAfter, from } = body as { forumId: string; notAfter: string; from?: string };
        return stepForumClock(desk, forumId, notAfter, nowOf(forumId), from);
      },
    ],
    [RepairProcess, repair],
    [WorkflowsHealth, health],
    [Reconcile, () => reconcile(desk)],
  ];
  return Object.fromEntries(doors.map(([query, answer]) => [query.type, door(query, answer)]));
};
