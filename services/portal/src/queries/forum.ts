import { dayOf } from '@madang/calendar';
import type { Sector, VotingRules } from '@madang/contracts';
import type { Name } from '../domain/name-on.ts';
import { type TextRows, type TextView, textIn } from './texts.ts';

export type SeatFound = {
  readonly seatId: string;
  readonly sector: Sector;
  readonly organisation: Name;
  readonly position: 'member' | 'co-chair' | 'ex-officio';
  readonly from: string;
  readonly until: string;
};
/** For how long somebody held a seat, and how that ended before its last day. */
export type TermFound = SeatFound & {
  readonly ended: 'handed-over' | 'vacated' | null;
  readonly reasonCode: string | null;
};
export type MeetingFound = {
  readonly id: string;
  readonly kind: 'plenary' | 'working-group' | 'subcommittee' | 'results';
  readonly startsAt: string;
  readonly heldOn: string | null;
  readonly attendance: number | null;
  readonly cancelled: boolean;
  readonly openToPublic: boolean;
  readonly agendaTextId: string | null;
  readonly minutesTextId: string | null;
};
export type RulesFound = {
  readonly version: number;
  readonly adoptedOn: string;
  readonly rules: typeof VotingRules._output;
  readonly textId: string | null;
};
export type BallotFound = {
  readonly id: string;
  readonly matter: string;
  readonly heldOn: string;
  readonly closesOn: string;
  readonly outcome: {
    readonly entitled: number;
    readonly turnout: number;
    readonly tally: { readonly yes: number; readonly no: number; readonly abstain: number };
    readonly quorumMet: boolean;
    readonly parityMet: boolean;
    readonly carried: boolean;
  } | null;
};
export type DecisionFound = {
  readonly id: string;
  readonly matter: string;
  readonly decidedOn: string;
  readonly textId: string;
  readonly dissent: number;
};
export type RiskFound = {
  readonly requirement: string;
  readonly dueOn: string;
  readonly risk: 'approaching' | 'missed';
};
export type ForumFound = {
  readonly id: string;
  readonly name: Name;
  readonly level: string;
  readonly zone: string;
  readonly rehearsal: boolean;
  /** The forum's time. */
  readonly now: string;
};
export type CycleShort = {
  readonly id: string;
  readonly name: Name;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly stage: string;
};
export type ForumRows = TextRows & {
  readonly forumBy: (id: string) => Promise<ForumFound | undefined>;
  readonly seatsHeld: (forumId: string, take: number) => Promise<readonly SeatFound[]>;
  /** Mandates that run on a day, those to come, and those that are over, the latest first. */
  readonly termsOf: (
    forumId: string,
    which: 'now' | 'coming' | 'past',
    today: string,
    take: number,
  ) => Promise<readonly TermFound[]>;
  readonly groupsOf: (
    forumId: string,
  ) => Promise<readonly { readonly id: string; readonly name: Name; readonly people: number }[]>;
  readonly meetingsOf: (forumId: string, take: number) => Promise<readonly MeetingFound[]>;
  readonly rulesOf: (forumId: string) => Promise<readonly RulesFound[]>;
  readonly ballotsOf: (forumId: string, take: number) => Promise<readonly BallotFound[]>;
  readonly decisionsOf: (forumId: string, take: number) => Promise<readonly DecisionFound[]>;
  readonly risksOf: (forumId: string) => Promise<readonly RiskFound[]>;
  readonly cyclesShort: (forumId: string) => Promise<readonly CycleShort[]>;
};
export type MeetingView = MeetingFound & {
  readonly agenda: TextView | null;
  readonly minutes: TextView | null;
};
export type ForumPage = ForumFound & {
  readonly today: string;
  /** Who sits at the table today. */
  readonly seats: readonly TermFound[];
  readonly coming: readonly TermFound[];
  /** Who sat there before. */
  readonly past: readonly TermFound[];
  readonly groups: Awaited<ReturnType<ForumRows['groupsOf']>>;
  readonly meetings: readonly MeetingView[];
  readonly rules: readonly (RulesFound & { readonly text: TextView | null })[];
  readonly ballots: readonly BallotFound[];
  readonly decisions: readonly (DecisionFound & { readonly text: TextView | null })[];
  readonly risks: readonly RiskFound[];
  readonly cycles: readonly CycleShort[];
};

const MANY = 200;
const ids = (...list: readonly (string | null)[]): readonly string[] => list.flatMap((one) => one ?? []);

/** The table of a forum: who sits there, for whom, until when; its rules, meetings, ballots and decisions. OGP 1.1 */
export const forum = async (rows: ForumRows, id: string): Promise<ForumPage | undefined> => {
  const found = await rows.forumBy(id);
  if (!found) return undefined;
  const today = dayOf(found.now, found.zone);
  const [meetings, rules, decisions] = [
    await rows.meetingsOf(id, MANY),
    await rows.rulesOf(id),
    await rows.decisionsOf(id, MANY),
  ];
  const texts = await rows.textsOf(
    ids(
      ...meetings.flatMap((one) => [one.agendaTextId, one.minutesTextId]),
      ...rules.map((one) => one.textId),
      ...decisions.map((one) => one.textId),
    ),
  );
  return {
    ...found,
    today,
    seats: await rows.termsOf(id, 'now', today, MANY),
    coming: await rows.termsOf(id, 'coming', today, MANY),
    past: await rows.termsOf(id, 'past', today, MANY),
    groups: await rows.groupsOf(id),
    meetings: meetings.map((one) => ({
      ...one,
      agenda: textIn(texts, one.agendaTextId),
      minutes: textIn(texts, one.minutesTextId),
    })),
    rules: rules.map((one) => ({ ...one, text: textIn(texts, one.textId) })),
    ballots: await rows.ballotsOf(id, MANY),
    decisions: decisions.map((one) => ({ ...one, text: textIn(texts, one.textId) })),
    risks: await rows.risksOf(id),
    cycles: await rows.cyclesShort(id),
  };
};
