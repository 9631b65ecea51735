import { factNames } from '@madang/contracts/names';
import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { Duties } from '../activities/forum-activities.ts';
import { asks } from './course/asks.ts';
import { later } from './course/course.rules.ts';
import { takeCourse } from './course/course.ts';
import type { Instant, Start } from './course/words.ts';

const heard: readonly string[] = [factNames.meetingHeld, factNames.repositoryUpdated];

/** The forum meets at least every six months (OGP 1.1) and keeps its repository current (OGP 2.2): who looks sees what is due. */
export const forumCalendar = async (given: Start): Promise<void> => {
  let duties: Duties = { meetingDueAt: null, repositoryDueAt: null };
  let stale = true;
  const isOver = (at: Instant | null): boolean => at !== null && later(at, on.now()) === on.now();

  const on = takeCourse(
    'forum-calendar',
    given,
    () => {
      const { meetingDueAt, repositoryDueAt } = duties;
      const missing = [
        ...(isOver(meetingDueAt) ? ['a meeting is overdue'] : []),
        ...(isOver(repositoryDueAt) ? ['an update of the repository is overdue'] : []),
      ];
      const stage = missing.length > 0 ? 'overdue' : 'current';
      const waitingFor = missing.join(', ') || 'the next meeting and the next update of the repository';
      return { stage, waitingFor, awaited: [], next: 'say what is overdue' };
    },
    (fact) => {
      if (fact === 'look-again' || heard.includes(fact.type)) stale = true;
    },
  );
  const nextDue = (): Instant | undefined =>
    [duties.meetingDueAt, duties.repositoryDueAt]
      .filter((at) => at !== null)
      .filter((at) => !isOver(at))
      .sort()[0];

  for (;;) {
    while (stale) {
      stale = false;
      duties = await asks.forumDuties({ forumId: given.id, after: on.known() });
    }
    // When a day has come that nobody used, the whereabouts say so and the next one is waited for.
    await on.rest(nextDue, () => stale);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof forumCalendar>(on.carried());
  }
};
