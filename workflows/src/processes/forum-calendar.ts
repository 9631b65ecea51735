import { names } from '@madang/contracts/names';
import { forumTime, outside, type Told } from './forum-time.ts';

export type ForumInput = { readonly forumId: string; readonly clock: Told['clock'] };
type Health = {
  readonly nextMeetingDueOn: string | null;
  readonly lastMeetingOn: string | null;
  readonly repositoryUpdates: readonly string[];
  readonly requirements: readonly { readonly id: string; readonly status: string }[];
};

/** A forum's calendar: meetings every six months (OGP 1.1) and a repository that is kept current (OGP 2.2). It never ends. */
export const forumCalendar = async ({ forumId, clock }: ForumInput): Promise<void> => {
  const time = forumTime({ process: 'forum-calendar', forumId, clock });
  const table = (): Promise<{ now: string; zone: string }> =>
    outside.askQuery({ type: names.forumTable, after: time.after(), body: { forumId } }) as Promise<{
      now: string;
      zone: string;
    }>;
  await time.begin(async () => (await table()).now);
  for (;;) {
    time.takeFacts();
    const { zone } = await table();
    const health = (await outside.askQuery({
      type: names.forumHealth,
      after: time.after(),
      body: { forumId },
    })) as Health;
    const due = health.nextMeetingDueOn
      ? await outside.startOf({ day: health.nextMeetingDueOn, zone })
      : null;
    const unmet = health.requirements.filter((one) => one.status === 'unmet').map((one) => one.id);
    const late = due !== null && time.time() >= due;
    time.stand({
      stage: unmet.length > 0 ? `unmet: ${unmet.join(', ')}` : 'in order',
      waitingFor: late ? 'a meeting that is overdue' : 'the next meeting',
      until: late ? null : due,
      next: 'looks again',
    });
    await time.rest(late ? null : due);
  }
};
