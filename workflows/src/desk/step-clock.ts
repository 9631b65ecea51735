import {
  type After,
  PROCESS_ACTOR_ID,
  PURPOSE_NAMESPACE,
  type ResultOf,
  type ServiceName,
  StepClock,
  type StepForumClock,
} from '@madang/contracts';
import type { Asker } from '@madang/messaging';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { v5 as uuidv5 } from 'uuid';
import type { Listener } from '../listener/listener.ts';
import type { Rests } from './rests.ts';

export type Stepping = {
  readonly asker: Asker;
  readonly client: Client;
  readonly rests: Rests;
  readonly listeners: readonly Listener[];
};

const SERVICES: readonly ServiceName[] = ['forums', 'commitments', 'ministries', 'people'];
const clock = { id: PROCESS_ACTOR_ID, roles: ['process' as const] };
const PATIENCE = 45_000;
type Positions = {
  readonly head: number;
  readonly published: number;
  readonly heard: After;
  readonly waiting: number;
};

/** Thrown when quiet does not come in time: says what it waits for. */
export const notQuiet = (what: string): Error =>
  Object.assign(new Error(`not quiet: ${what}`), { notQuiet: what });

const positionsOf = async ({ asker }: Stepping): Promise<ReadonlyMap<ServiceName, Positions> | undefined> => {
  const answers = await Promise.all(
    SERVICES.map((name) => asker.query({ type: `${name}.positions.v1`, actor: clock, body: {} }, 3_000)),
  );
  if (answers.some((answer) => answer.status !== 200)) return undefined;
  return new Map(
    SERVICES.map((name, index) => [
      name,
      (answers[index] as { readonly result: unknown }).result as Positions,
    ]),
  );
};

/** What is still moving, or nothing. Numbers are compared; nothing is guessed from time. */
const moving = (
  stepping: Stepping,
  forumId: string,
  all: ReadonlyMap<ServiceName, Positions>,
): string | undefined => {
  for (const [name, one] of all) {
    if (one.published < one.head) return `the relay of ${name}`;
    if (one.waiting > 0) return `early facts in ${name}`;
    for (const [source, heard] of Object.entries(one.heard))
      if ((heard ?? 0) < (all.get(source as ServiceName)?.head ?? 0)) return `${name} listening to ${source}`;
  }
  const behind = stepping.listeners.find((one) => one.position() < (all.get(one.source)?.head ?? 0));
  if (behind) return `the workflows listening to ${behind.source}`;
  const [restless] = stepping.rests.restless(forumId);
  return restless ? `the process ${restless}` : undefined;
};

/** Waits until nothing moves, and looks twice: what was still between two looks has not moved. */
const quiet = async (stepping: Stepping, forumId: string): Promise<void> => {
  const end = Date.now() + PATIENCE;
  let before = '';
  let what = 'the services';
  while (Date.now() < end) {
    const [restless] = stepping.rests.restless(forumId);
    if (restless) {
      // What a process does moves the services: they are asked once it has come to rest.
      before = '';
      what = `the process ${restless}`;
      if (!(await settle(stepping, 50))) await stepping.rests.lookAgain(forumId, restless);
      continue;
    }
    const all = await positionsOf(stepping);
    const now = all ? (moving(stepping, forumId, all) ?? '') : 'the services';
    const heads = all ? [...all.values()].map((one) => one.head).join() : '';
    if (now === '' && heads === before) return;
    before = now === '' ? heads : '';
    what = now;
    if (now !== '') await settle(stepping);
  }
  throw notQuiet(what);
};

/** Until something changes in the agenda, which is said, or a moment has passed. */
const settle = ({ rests }: Stepping, moment = 5): Promise<boolean> =>
  new Promise((resolve) => {
    const done = (changed: boolean): void => {
      clearTimeout(timer);
      stop();
      resolve(changed);
    };
    const stop = rests.onChange(() => done(true));
    const timer = setTimeout(() => done(false), moment);
  });

const wake = async ({ client, rests }: Stepping, forumId: string, now: string): Promise<number> => {
  const due = rests
    .resting(forumId)
    .filter((one) => !one.done && one.until !== null && one.until <= now && (one.woken ?? '') < now);
  await Promise.all(
    due.map(async ({ processId }) => {
      await rests.expectWake(forumId, processId, now);
      await client.workflow
        .getHandle(processId)
        .signal('wake', now)
        .catch(async (fault: unknown) => {
          if (!(fault instanceof WorkflowNotFoundError)) throw fault;
          await rests.forget(forumId, processId);
        });
    }),
  );
  return due.length;
};

const nextInstant = (rests: Rests, forumId: string): string | undefined =>
  rests
    .resting(forumId)
    .flatMap((one) => (one.done || one.until === null ? [] : [one.until]))
    .toSorted()[0];

/**
 * Steps a rehearsal forum's clock to the next instant of its agenda, not past `notAfter`: waits for quiet, records the step,
 * wakes whoever waits for it, waits for quiet again. Done again after a kill it wakes who was not woken.
 */
export const stepForumClock = async (
  stepping: Stepping,
  forumId: string,
  notAfter: string,
  nowOf: () => Promise<string>,
  from?: string,
): Promise<ResultOf<typeof StepForumClock>> => {
  await quiet(stepping, forumId);
  const { rests } = stepping;
  const before = await nowOf();
  const overdue = nextInstant(rests, forumId);
  // An asker whose answer was lost asks again: the step it does not know of is its answer.
  const already = from !== undefined && before > from;
  const planned = already ? before : overdue !== undefined && overdue < notAfter ? overdue : notAfter;
  const now = [planned, before].toSorted().at(-1) ?? before;
  if (now > before) {
    const id = uuidv5(`forum/${forumId}/step/${now}`, PURPOSE_NAMESPACE);
    const answer = await stepping.asker.command({
      id,
      type: StepClock.type,
      actor: clock,
      forumId,
      correlationId: id,
      body: { forumId, to: now },
    });
    if (answer.status !== 200) throw notQuiet(`the step of the clock (${answer.status})`);
    await quiet(stepping, forumId);
  }
  const woken = await wake(stepping, forumId, now);
  if (woken > 0) await quiet(stepping, forumId);
  return { now, woken, next: nextInstant(rests, forumId) ?? null };
};
