import { dayOf } from '@madang/calendar';
import type { Stage, StageDates } from '@madang/contracts';
import type { Name } from '../domain/name-on.ts';
import type { ContributionRows } from './contributions.ts';
import type { BallotFound, ForumFound, ForumRows, MeetingFound } from './forum.ts';
import type { ProposalRows } from './proposals.ts';
import { type CycleView, cycleView, type StandingRows } from './standing.ts';
import { type TextView, textIn } from './texts.ts';

export type MoveFound = {
  readonly version: number;
  readonly stage: string;
  readonly stages: readonly StageDates[];
  readonly authority: string;
  readonly noticeOn: string;
  readonly reasonTextId: string;
  /** Last day of the stage before it moved. */
  readonly was: string | null;
};
/** A commitment that was withdrawn, by whose decision and why. */
export type WithdrawnFound = {
  readonly id: string;
  readonly number: number;
  readonly title: Name;
  readonly on: string;
  readonly authority: string;
  readonly reasonTextId: string;
};
export type Moment = {
  /** Of one cycle; stays the same whatever comes before or after. */
  readonly id: string;
  readonly kind: 'outreach' | 'opportunity' | 'suspended' | 'resumed' | 'stage' | 'submitted' | 'repository';
  readonly on: string;
  readonly what: string;
  readonly link: string | null;
};
export type WindowFound = {
  readonly id: string;
  readonly number: number;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly closesAt: string;
  readonly state: 'open' | 'closed';
  /** Who moved its closing last, with which notice and why; nothing while it is as first announced. */
  readonly authority: string | null;
  readonly noticeOn: string | null;
  readonly reasonTextId: string | null;
};
/** What has a day in a calendar besides the stages: meetings, and milestones of adopted commitments. */
export type DatedMatters = {
  readonly meetings: readonly MeetingFound[];
  readonly milestones: readonly {
    readonly id: string;
    readonly commitmentId: string;
    readonly number: number;
    readonly name: Name;
    readonly dueOn: string;
    readonly version: number;
  }[];
};
/** What takes words from the public now. */
export type Openings = {
  readonly call: { readonly id: string; readonly closesAt: string } | null;
  readonly consultation: { readonly id: string; readonly closesAt: string } | null;
};
export type CycleRows = StandingRows &
  Pick<ForumRows, 'forumBy' | 'textsOf'> &
  Pick<ProposalRows, 'proposalCounts'> &
  Pick<ContributionRows, 'outcomesOf'> & {
    readonly cycleBy: (
      id: string,
    ) => Promise<
      (Parameters<typeof cycleView>[1] & { readonly forumId: string; readonly stage: Stage }) | undefined
    >;
    readonly movesOf: (cycleId: string) => Promise<readonly MoveFound[]>;
    readonly momentsOf: (cycleId: string, take: number) => Promise<readonly Moment[]>;
    readonly datedMatters: (cycleId: string, from: string, until: string) => Promise<DatedMatters>;
    readonly withdrawnIn: (cycleId: string, take: number) => Promise<readonly WithdrawnFound[]>;
    readonly windowsOf: (cycleId: string) => Promise<readonly WindowFound[]>;
    readonly ballotBy: (
      id: string,
    ) => Promise<(BallotFound & { readonly forumId: string; readonly cycleId: string | null }) | undefined>;
    /** What some of the seats that are entitled to a ballot did so far. */
    readonly ballotSeats: (
      ballotId: string,
      seatIds: readonly string[],
    ) => Promise<readonly { readonly seatId: string; readonly did: 'cast' | 'recused' | null }[]>;
    readonly cycleBallots: (cycleId: string) => Promise<readonly BallotFound[]>;
    readonly openingsOf: (cycleId: string) => Promise<Openings>;
  };
export type CyclePage = {
  readonly forum: ForumFound;
  readonly today: string;
  readonly cycle: CycleView;
  readonly moves: readonly (MoveFound & { readonly reason: TextView | null })[];
  readonly moments: readonly Moment[];
  readonly windows: readonly (WindowFound & { readonly reason: TextView | null })[];
  readonly withdrawn: readonly (WithdrawnFound & { readonly reason: TextView | null })[];
  readonly ballots: readonly BallotFound[];
  readonly openings: Openings;
  readonly proposals: readonly { readonly state: string; readonly count: number }[];
  readonly outcomes: readonly {
    readonly outcome: string | null;
    readonly state: string;
    readonly count: number;
  }[];
  readonly forumName: Name;
};

/** A cycle: its timetable and every move of it, what happened, who is awaited, and how to take part now. OGP 3.1, 4.1 */
export const cycle = async (rows: CycleRows, id: string): Promise<CyclePage | undefined> => {
  const found = await rows.cycleBy(id);
  const forum = found && (await rows.forumBy(found.forumId));
  if (!found || !forum) return undefined;
  const today = dayOf(forum.now, forum.zone);
  const moves = await rows.movesOf(id);
  const withdrawn = await rows.withdrawnIn(id, 200);
  const windows = await rows.windowsOf(id);
  const texts = await rows.textsOf(
    [...moves, ...windows, ...withdrawn].flatMap((one) => one.reasonTextId ?? []),
  );
  const { call, consultation } = await rows.openingsOf(id);
  return {
    forum,
    forumName: forum.name,
    today,
    cycle: await cycleView(rows, found, today),
    moves: moves.map((one) => ({ ...one, reason: textIn(texts, one.reasonTextId) })),
    moments: await rows.momentsOf(id, 200),
    windows: windows.map((one) => ({ ...one, reason: textIn(texts, one.reasonTextId) })),
    withdrawn: withdrawn.map((one) => ({ ...one, reason: textIn(texts, one.reasonTextId) })),
    ballots: await rows.cycleBallots(id),
    openings: {
      call: call && call.closesAt > forum.now ? call : null,
      consultation: consultation && consultation.closesAt > forum.now ? consultation : null,
    },
    proposals: await rows.proposalCounts(id),
    outcomes: await rows.outcomesOf(id),
  };
};
