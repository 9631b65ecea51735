import type { Choice, Sector, VotingRules } from '@madang/contracts';
import type { Day } from './day.ts';

/** A seat and its mandate, both days included; without a day the mandate is open on that side. */
export type EntitledSeat = {
  readonly seatId: string;
  readonly sector: Sector;
  readonly from?: Day;
  readonly until?: Day;
};
export type Vote = { readonly seatId: string; readonly choice: Choice };
export type Tally = { readonly yes: number; readonly no: number; readonly abstain: number };

/** As in the contracts; the quorum may also be a number of seats. */
export type BallotRules = Pick<VotingRules, 'parity' | 'majority'> & {
  readonly quorum: number | { readonly seats: number };
  readonly ballots?: VotingRules['ballots'];
};

export type BallotReason =
  | 'quorum-not-met'
  | 'parity-not-met'
  | 'majority-not-reached'
  | 'two-thirds-not-reached'
  | 'consensus-not-reached';

export type BallotJudgement = {
  /** Seats that could vote: with a mandate on the day and not recused. */
  readonly entitled: number;
  /** Seats that voted; an abstention is a vote. */
  readonly turnout: number;
  readonly tally: Tally;
  readonly quorumMet: boolean;
  readonly parityMet: boolean;
  readonly carried: boolean;
  /** Why it was not carried; empty when it was. */
  readonly reasons: readonly BallotReason[];
};

export type Ballot = {
  readonly rules: BallotRules;
  readonly entitled: readonly EntitledSeat[];
  readonly votes: readonly Vote[];
  readonly recused: readonly string[];
  readonly day: Day;
};

const count = (votes: readonly Vote[], choice: Choice): number =>
  votes.filter((vote) => vote.choice === choice).length;
const tallyOf = (votes: readonly Vote[]): Tally => ({
  yes: count(votes, 'yes'),
  no: count(votes, 'no'),
  abstain: count(votes, 'abstain'),
});

const refuseBrokenInput = ({ rules, entitled, votes }: Ballot): void => {
  const seats = new Set(entitled.map(({ seatId }) => seatId));
  const unknown = votes.find(({ seatId }) => !seats.has(seatId));
  if (seats.size < entitled.length) throw new RangeError('a seat is listed twice');
  if (unknown !== undefined) throw new RangeError(`a vote of a seat that is not listed: ${unknown.seatId}`);
  if (new Set(votes.map(({ seatId }) => seatId)).size < votes.length)
    throw new RangeError('a seat voted twice');
  if (typeof rules.quorum === 'number' && !(rules.quorum > 0 && rules.quorum <= 1))
    throw new RangeError(`a quorum is a share above 0 up to 1: ${rules.quorum}`);
};

// The tolerance keeps a quorum of two thirds, which no float is, from asking for one seat more.
const neededFor = (quorum: BallotRules['quorum'], entitled: number): number =>
  typeof quorum === 'number' ? Math.max(1, Math.ceil(quorum * entitled - 1e-9)) : Math.max(1, quorum.seats);

/** Yes and no as they weigh. With equal weight each half weighs the same however many of it voted; kept in whole numbers. */
const weigh = (parity: BallotRules['parity'], government: readonly Vote[], others: readonly Vote[]) => {
  const [one, other] = parity === 'equal-weight' ? [others.length, government.length] : [1, 1];
  const weight = (choice: Choice): number => count(government, choice) * one + count(others, choice) * other;
  return { yes: weight('yes'), no: weight('no') };
};

const majorities: Readonly<
  Record<
    BallotRules['majority'],
    { readonly reached: (yes: number, no: number) => boolean; readonly otherwise: BallotReason }
  >
> = {
  simple: { reached: (yes, no) => yes > no, otherwise: 'majority-not-reached' },
  'two-thirds': { reached: (yes, no) => yes > 0 && yes >= 2 * no, otherwise: 'two-thirds-not-reached' },
  consensus: { reached: (yes, no) => yes > 0 && no === 0, otherwise: 'consensus-not-reached' },
};

/**
 * Judges a ballot by the forum's rules. Only seats with a mandate on `day` that are not recused count, for the quorum as
 * for the votes; votes of the others are left out. Abstentions count for the quorum and the presence of the halves, never
 * for or against. The halves are government and all the rest; parity other than `none` asks for a vote from each.
 * @throws RangeError when a seat is listed or votes twice, a vote comes from an unlisted seat, or a quorum is no share
 */
export const judgeBallot = (ballot: Ballot): BallotJudgement => {
  refuseBrokenInput(ballot);
  const { rules, day } = ballot;
  const recused = new Set(ballot.recused);
  const seats = ballot.entitled.filter(
    ({ seatId, from = day, until = day }) => from <= day && day <= until && !recused.has(seatId),
  );
  const sectorOf = new Map(seats.map(({ seatId, sector }) => [seatId, sector]));
  const votes = ballot.votes.filter(({ seatId }) => sectorOf.has(seatId));
  const government = votes.filter(({ seatId }) => sectorOf.get(seatId) === 'government');
  const others = votes.filter(({ seatId }) => sectorOf.get(seatId) !== 'government');
  const weighed = weigh(rules.parity, government, others);
  const majority = majorities[rules.majority];

  const quorumMet = votes.length >= neededFor(rules.quorum, seats.length);
  const parityMet = rules.parity === 'none' || (government.length > 0 && others.length > 0);
  const reasons: readonly BallotReason[] = [
    ...(quorumMet ? [] : ['quorum-not-met' as const]),
    ...(parityMet ? [] : ['parity-not-met' as const]),
    ...(majority.reached(weighed.yes, weighed.no) ? [] : [majority.otherwise]),
  ];
  return {
    entitled: seats.length,
    turnout: votes.length,
    tally: tallyOf(votes),
    quorumMet,
    parityMet,
    carried: reasons.length === 0,
    reasons,
  };
};
