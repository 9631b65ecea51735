import { type Actor, type BodyOf, ProcessesOf } from '@madang/contracts';
import type { SeenProcess, TemporalAt } from '../../pages/console/seen-process.ts';
import type { ForumNamed } from '../../queries/console.ts';
import type { SiteDeps } from './site-deps.ts';

const PATIENCE = 4_500;
export type Seen = {
  readonly processes: readonly SeenProcess[];
  readonly next: string | null;
  readonly temporal: TemporalAt | undefined;
};
type Wish = Partial<BodyOf<typeof ProcessesOf>>;

const owedIn = (processId: string): string => /^obligation\/(.+)$/.exec(processId)?.[1] ?? '';

/** Asks for processes and adds what only the read model knows: names, and what is overdue. @returns nothing while nobody answers */
export const seeProcesses = async (
  { asker, site, temporalUi }: SiteDeps,
  actor: Actor,
  wish: Wish,
  forums: readonly ForumNamed[],
): Promise<Seen | undefined> => {
  const answer = await asker.query({ type: ProcessesOf.type, actor, after: {}, body: wish }, PATIENCE);
  if (answer.status !== 200) return undefined;
  const { processes, next, namespace = 'default' } = ProcessesOf.result.parse(answer.result);
  const late = await site.console.lateAmong(processes.map((one) => owedIn(one.processId)).filter(Boolean));
  const names = await site.console.namesOf([...new Set(processes.flatMap((one) => one.awaited))]);
  const byId = new Map(forums.map((one) => [one.id, one]));
  return {
    processes: processes.map((one) => ({
      ...one,
      isOverdue: late.has(owedIn(one.processId)),
      forumName: byId.get(one.forumId)?.name,
      zone: byId.get(one.forumId)?.zone ?? 'UTC',
      awaitedNames: one.awaited.map((id) => names.get(id) ?? { ko: id.slice(0, 8), en: id.slice(0, 8) }),
    })),
    next,
    temporal: temporalUi ? { url: temporalUi, namespace } : undefined,
  };
};
