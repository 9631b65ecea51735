import { dayOf, instantOfDay } from '@madang/calendar';
import {
  type After,
  ApprovePlan,
  BeginStage,
  CloseBallot,
  CloseCycle,
  CycleStanding,
  ForumHealth,
  ForumTable,
  type InputOf,
  type ResultOf,
} from '@madang/contracts';
import type { Asking, Asks, Done } from './asking.ts';
import { nextUpdateDueOn } from './next-update-due-on.ts';

/** Where a cycle stands, without its name. */
export type Standing = Omit<ResultOf<typeof CycleStanding>, 'name'>;
/** When the forum must have met again (OGP 1.1) and its repository must have been updated (OGP 2.2). */
export type Duties = { readonly meetingDueAt: string | null; readonly repositoryDueAt: string | null };

export const forumActivities = ({ command, query }: Asks) => ({
  cycleStanding: async (about: { readonly cycleId: string; readonly after: After }): Promise<Standing> => {
    const { name: _, ...standing } = await query(CycleStanding, { cycleId: about.cycleId }, about.after);
    return standing;
  },
  beginStage: (asking: Asking & Omit<InputOf<typeof BeginStage>, 'forumId'>): Promise<Done> =>
    command(BeginStage, asking, { forumId: asking.forumId, cycleId: asking.cycleId, stage: asking.stage }),
  closeBallot: (asking: Asking & { readonly ballotId: string }): Promise<Done> =>
    command(CloseBallot, asking, { forumId: asking.forumId, ballotId: asking.ballotId }),
  approvePlan: (asking: Asking & { readonly cycleId: string; readonly ballotId: string }): Promise<Done> =>
    command(ApprovePlan, asking, {
      forumId: asking.forumId,
      cycleId: asking.cycleId,
      ballotId: asking.ballotId,
    }),
  closeCycle: (asking: Asking & { readonly cycleId: string }): Promise<Done> =>
    command(CloseCycle, asking, { forumId: asking.forumId, cycleId: asking.cycleId }),

  forumDuties: async (about: { readonly forumId: string; readonly after: After }): Promise<Duties> => {
    const { zone, rulePack, now } = await query(ForumTable, { forumId: about.forumId }, about.after);
    const health = await query(ForumHealth, { forumId: about.forumId }, about.after);
    const updateOn = nextUpdateDueOn(rulePack, dayOf(now, zone), health.repositoryUpdates);
    const end = (day: string | null): string | null => (day === null ? null : instantOfDay(day, 'end', zone));
    return { meetingDueAt: end(health.nextMeetingDueOn), repositoryDueAt: end(updateOn) };
  },
});
