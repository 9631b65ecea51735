import type { ForumClock } from '@madang/contracts';
import type { Agenda } from '../agenda/agenda.ts';
import type { Rest } from '../processes/course/words.ts';

/** A ballot that was opened, and whether it has carried without the plan being approved yet. */
export type OpenBallot = { readonly ballotId: string; readonly closesAt: string; readonly carried: boolean };
export type WallTime = { readonly now: string; readonly left: number | null };

export const restActivities = (agenda: Agenda, wallNow: () => number) => ({
  /** Files where a process rests. Tells the wall's time, and what is left of the wait, where the forum goes by it. */
  fileRest: async (of: { readonly rest: Rest; readonly clock: ForumClock }): Promise<WallTime | null> => {
    await agenda.file(of.rest);
    if (of.clock === 'stepped') return null;
    const wall = wallNow();
    const left = of.rest.until === null ? null : Date.parse(of.rest.until) - wall;
    return { now: new Date(wall).toISOString(), left };
  },
  /** Ballots of a cycle that something is still to be done about, as far as the listener has heard. */
  openBallots: async (about: { readonly cycleId: string }): Promise<readonly OpenBallot[]> =>
    agenda.ballotsOf(about.cycleId),
});
