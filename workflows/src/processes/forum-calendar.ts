import { names } from '@madang/contracts/names';
import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { Watch, WatchTimes } from '../activities/activities.ts';
import { forumTime, type Legacy, outside, type Told } from './forum-time.ts';
import { saying } from './sayings.rules.ts';

export type ForumInput = {
  readonly forumId: string;
  readonly clock: Told['clock'];
  /** What an earlier life knew. */
  readonly from?: Legacy;
};
type Health = {
  readonly requirements: readonly { readonly id: string; readonly status: string }[];
  readonly watch: readonly Watch[];
};

/**
 * A forum's calendar: meetings every six months (OGP 1.1) and a repository that is kept current (OGP 2.2). While such a
 * requirement can still be kept the forum is warned, and once it is missed that becomes a public fact. It never ends.
 */
export const forumCalendar = async ({ forumId, clock, from }: ForumInput): Promise<void> => {
  const time = forumTime({ process: 'forum-calendar', forumId, clock }, from);
  const table = (): Promise<{ now: string; zone: string }> =>
    outside.askQuery({ type: names.forumTable, after: time.after(), body: { forumId } }) as Promise<{
      now: string;
      zone: string;
    }>;
  const state = async ({ requirement, dueOn }: WatchTimes, risk: 'approaching' | 'missed'): Promise<void> => {
    await outside.askCommand({
      type: names.stateRequirementAtRisk,
      purpose: `forum-calendar/${forumId}/${requirement}/${dueOn}/${risk}`,
      forumId,
      after: time.after(),
      body: { requirement, dueOn, risk },
    });
  };
  const told = new Set<string>();
  await time.begin(async () => (await table()).now);
  for (;;) {
    time.takeFacts();
    const { zone } = await table();
    time.speakIn(zone);
    const { requirements, watch } = (await outside.askQuery({
      type: names.forumHealth,
      after: time.after(),
      body: { forumId },
    })) as Health;
    const watched = await outside.watchTimes({ zone, watch });
    for (const one of watched) {
      const risk = time.time() >= one.missedAt ? 'missed' : time.time() >= one.warnAt ? 'approaching' : null;
      const mark = `${one.requirement}/${one.dueOn}/${risk}`;
      if (risk === null || told.has(mark)) continue;
      await state(one, risk);
      told.add(mark);
    }
    const unmet = requirements.filter((one) => one.status === 'unmet').map((one) => one.id);
    const ahead = watched
      .flatMap((one) => [
        { ...one, at: one.warnAt, next: saying('warns') },
        { ...one, at: one.missedAt, next: saying('states-missed') },
      ])
      .filter((one) => one.at > time.time())
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
    time.stand({
      stage: unmet.length > 0 ? saying('unmet', { requirements: unmet.join(', ') }) : saying('in-order'),
      waitingFor: ahead
        ? saying('requirement', { requirement: ahead.requirement, dueOn: ahead.dueOn })
        : saying('meeting-or-update'),
      until: ahead?.at ?? null,
      next: ahead?.next ?? saying('looks-again'),
    });
    if (workflowInfo().continueAsNewSuggested && !time.isTold()) {
      if (clock === 'stepped') await outside.expectStart({ forumId, processId: `forum-calendar/${forumId}` });
      await continueAsNew<typeof forumCalendar>({
        forumId,
        clock,
        from: time.legacy(),
      });
    }
    await time.rest(ahead?.at ?? null);
  }
};
