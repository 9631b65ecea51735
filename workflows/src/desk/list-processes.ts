import type { BodyOf, ProcessesOf, ResultOf } from '@madang/contracts';
import type { Client } from '@temporalio/client';
import { described, type Reconciling, wantedBy } from '../reconciler/reconcile.ts';
import { lookAtProcesses, type SeenProcess } from './look-at-process.ts';
import type { Notes } from './noted.ts';
import { typeOf } from './process-kinds.ts';
import { GRACE } from './trouble.ts';

type Wish = BodyOf<typeof ProcessesOf>;
type Answer = ResultOf<typeof ProcessesOf>;
type Listing = Reconciling & { readonly notes: Notes };

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** In this order they are shown: what turns for many people first. */
const ORDER = [
  "WorkflowType NOT IN ('obligation', 'forumCalendar')",
  "WorkflowType = 'obligation'",
  "WorkflowType = 'forumCalendar'",
];
const ENDED_WITHIN = 7 * 86_400_000;
const MOST_ENDED = 100;

const conditions = ({ forumId, process, stage }: Wish): readonly string[] => [
  ...(forumId ? [`MadangForum = ${quoted(forumId)}`] : []),
  ...(process ? [`WorkflowType = ${quoted(typeOf(process))}`] : []),
  ...(stage ? [`MadangStage = ${quoted(stage)}`] : []),
];

type Cursor = { readonly part: number; readonly token: string };
const cursorIn = (text: string | undefined): Cursor => {
  const [part = '', token = ''] = (text ?? '').split('.');
  return /^[0-2]$/.test(part) ? { part: Number(part), token } : { part: 0, token: '' };
};

const idsIn = async (client: Client, query: string, pageSize: number, token: string) => {
  const { namespace } = client.options;
  const nextPageToken = Buffer.from(token, 'base64url');
  const asked = { namespace, query, pageSize, nextPageToken };
  const page = await client.workflowService.listWorkflowExecutions(asked);
  return {
    ids: (page.executions ?? []).flatMap(({ execution }) => execution?.workflowId ?? []),
    token: Buffer.from(page.nextPageToken ?? []).toString('base64url'),
  };
};

/** A page of what runs, kind after kind, from a cursor on. */
const running = async (client: Client, wish: Wish, more: readonly string[]) => {
  const ids: string[] = [];
  let { part, token } = cursorIn(wish.cursor);
  while (part < ORDER.length && ids.length < wish.limit) {
    const query = ["ExecutionStatus = 'Running'", ...conditions(wish), ...more, ORDER[part]].join(' AND ');
    const page = await idsIn(client, query, wish.limit - ids.length, token);
    ids.push(...page.ids);
    token = page.token;
    if (token === '') part += 1;
  }
  return { ids, next: part < ORDER.length ? `${part}.${token}` : null };
};

/** What ended otherwise than by itself in the last days, does not run again, and whose matter is open by its owner's word. */
const endedEarly = async (listing: Listing, wish: Wish): Promise<readonly string[]> => {
  const { client } = listing;
  const since = new Date(Date.now() - ENDED_WITHIN).toISOString();
  const query = [
    "ExecutionStatus IN ('Failed', 'Terminated', 'TimedOut', 'Canceled')",
    `CloseTime > '${since}'`,
    ...conditions(wish),
  ].join(' AND ');
  const { ids } = await idsIn(client, query, MOST_ENDED, '');
  const lost = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const status = (await described(client, id))?.status.name;
      if (status === undefined || status === 'RUNNING' || status === 'COMPLETED') return [];
      return (await wantedBy(listing, id)) ? [id] : [];
    }),
  );
  return lost.flat();
};

const isTroubled = ({ trouble }: SeenProcess): boolean => trouble !== undefined;

/** Processes that somebody must look at: those noted and those that ended early before all, then those whose instant has passed. */
const troubled = async (listing: Listing, wish: Wish): Promise<Omit<Answer, 'namespace'>> => {
  const { client, notes } = listing;
  const noted = notes.of(wish.forumId).filter(({ kind }) => !wish.process || kind === wish.process);
  const known = new Set(noted.map(({ processId }) => processId));
  const first = wish.cursor ? [] : [...(await endedEarly(listing, wish)), ...known];
  const past = new Date(Date.now() - GRACE).toISOString();
  const { ids, next } = await running(client, wish, [`MadangDue < '${past}'`]);
  const seen = await lookAtProcesses(client, [...first, ...ids.filter((id) => !known.has(id))]);
  return { processes: seen.filter(isTroubled), next };
};

/** A page of processes, as the console shows them. What is found by search is for eyes alone. */
export const listProcesses = async (listing: Listing, wish: Wish): Promise<Answer> => {
  const { client } = listing;
  const { namespace } = client.options;
  if (wish.processIds)
    return { processes: [...(await lookAtProcesses(client, wish.processIds))], next: null, namespace };
  if (wish.show === 'trouble') return { ...(await troubled(listing, wish)), namespace };
  const { ids, next } = await running(client, wish, []);
  return { processes: [...(await lookAtProcesses(client, ids))], next, namespace };
};
