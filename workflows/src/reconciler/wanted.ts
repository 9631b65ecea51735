import { PROCESS_ACTOR_ID } from '@madang/contracts';
import { names } from '@madang/contracts/names';
import type { Asker } from '@madang/messaging';

type Clock = 'wall' | 'stepped';
/** A process that should be running, and what it is begun with. */
export type Wanted = {
  readonly processId: string;
  readonly type: string;
  readonly forumId: string;
  readonly clock: Clock;
  readonly args: object;
  /** Of a stage: its cycle, and the line by which Temporal's pages know it. */
  readonly cycleId?: string;
  readonly summary?: string;
};
type Cycle = { readonly forumId: string; readonly cycleId: string; readonly clock: Clock };
type Obligation = { readonly forumId: string; readonly obligationId: string; readonly clock: Clock };
type Forum = { readonly forumId: string; readonly clock: Clock };

const actor = { id: PROCESS_ACTOR_ID, roles: ['process' as const] };

/** Asks an owner. @returns nothing for what it does not know @throws when it does not answer: then nothing is concluded */
export const askOwner = async <T>(asker: Asker, type: string, body: object): Promise<T | undefined> => {
  const answer = await asker.query({ type, actor, body });
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw new Error(`${type} was answered ${answer.status}`);
  return answer.result as T;
};

const calendar = ({ forumId, clock }: Forum): Wanted => ({
  ...{ processId: `forum-calendar/${forumId}`, type: 'forumCalendar', forumId, clock },
  args: { forumId, clock },
});
const cycle = ({ forumId, cycleId, clock }: Cycle): Wanted => ({
  ...{ processId: `cycle/${cycleId}`, type: 'actionPlanCycle', forumId, clock },
  args: { forumId, cycleId, clock },
});
const obligation = ({ forumId, obligationId, clock }: Obligation): Wanted => ({
  ...{ processId: `obligation/${obligationId}`, type: 'obligation', forumId, clock },
  args: { forumId, obligationId, clock },
});
/** A stage, begun as its cycle begins it. */
export const stageOf = (stage: string, { forumId, cycleId, clock }: Cycle): Wanted => ({
  ...{ processId: `${stage}/${cycleId}`, type: stage, forumId, cycleId, clock },
  ...{ args: { forumId, cycleId, clock }, summary: `${stage} of the plan` },
});

/** What should be running by its owners' word, but for the stages of cycles. @throws when an owner does not answer */
export const wantedNow = async (
  asker: Asker,
): Promise<{ readonly all: readonly Wanted[]; readonly cycles: readonly Cycle[] }> => {
  type Page<T> = T & { readonly next: string | null };
  const pages = async <T>(type: string, take: (page: Page<T>) => void): Promise<void> => {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Page<T> | undefined = await askOwner(asker, type, cursor ? { cursor } : {});
      if (page) take(page);
      cursor = page?.next ?? null;
    }
  };
  const all: Wanted[] = [];
  const cycles: Cycle[] = [];
  await pages<{ readonly forums: readonly Forum[]; readonly cycles: readonly Cycle[] }>(
    'forums.open-cycles.v1',
    (page) => {
      all.push(...page.forums.map(calendar), ...page.cycles.map(cycle));
      cycles.push(...page.cycles);
    },
  );
  await pages<{ readonly obligations: readonly Obligation[] }>('ministries.open-obligations.v1', (page) =>
    all.push(...page.obligations.map(obligation)),
  );
  return { all, cycles };
};

/** One process that is no stage, if its matter is open. @throws when its owner does not answer */
export const wantedOne = async (asker: Asker, processId: string): Promise<Wanted | undefined> => {
  const [kind, id = ''] = processId.split('/');
  const clockOf = async (forumId: string): Promise<Clock | undefined> =>
    (await askOwner<{ readonly clock: Clock }>(asker, names.forumTable, { forumId }))?.clock;
  if (kind === 'forum-calendar') {
    const clock = await clockOf(id);
    return clock && calendar({ forumId: id, clock });
  }
  if (kind === 'cycle') {
    type Found = Cycle & { readonly closed: boolean };
    const found = await askOwner<Found>(asker, names.cycleStanding, { cycleId: id });
    return found && !found.closed ? cycle({ ...found, cycleId: id }) : undefined;
  }
  if (kind !== 'obligation') return undefined;
  type Found = { readonly forumId: string; readonly state: string };
  const found = await askOwner<Found>(asker, names.obligationStanding, { obligationId: id });
  const clock = found?.state === 'open' ? await clockOf(found.forumId) : undefined;
  return found && clock ? obligation({ forumId: found.forumId, obligationId: id, clock }) : undefined;
};
