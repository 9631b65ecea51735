import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ballot, type BallotRules, type EntitledSeat, judgeBallot, type Vote } from './judge-ballot.ts';

const rules: BallotRules = { quorum: 0.5, parity: 'none', majority: 'simple' };
const seat = (seatId: string, sector: EntitledSeat['sector']): EntitledSeat => ({ seatId, sector });
const table = [
  seat('g1', 'government'),
  seat('g2', 'government'),
  seat('c1', 'civil-society'),
  seat('c2', 'civil-society'),
  seat('a1', 'academia'),
  seat('p1', 'private'),
];
const votes = (of: Readonly<Record<string, Vote['choice']>>): readonly Vote[] =>
  Object.entries(of).map(([seatId, choice]) => ({ seatId, choice }));
const judge = (of: Readonly<Record<string, Vote['choice']>>, changed: Partial<Ballot> = {}) =>
  judgeBallot({ rules, entitled: table, votes: votes(of), recused: [], day: '2026-11-23', ...changed });

describe('the quorum', () => {
  it('is a share of the entitled seats; an abstention counts for it', () => {
    expect(judge({ g1: 'yes', c1: 'abstain', a1: 'abstain' })).toMatchObject({
      entitled: 6,
      turnout: 3,
      quorumMet: true,
      carried: true,
      tally: { yes: 1, no: 0, abstain: 2 },
    });
    expect(judge({ g1: 'yes', c1: 'yes' })).toMatchObject({
      quorumMet: false,
      carried: false,
      reasons: ['quorum-not-met'],
    });
  });
  it('of two thirds of six is four, not five', () => {
    expect(
      judge({ g1: 'yes', g2: 'yes', c1: 'yes', c2: 'yes' }, { rules: { ...rules, quorum: 2 / 3 } }).quorumMet,
    ).toBe(true);
    expect(judge({ g1: 'yes', g2: 'yes', c1: 'yes' }, { rules: { ...rules, quorum: 2 / 3 } }).quorumMet).toBe(
      false,
    );
    expect(
      judge({ g1: 'yes', g2: 'yes', c1: 'yes', c2: 'yes' }, { rules: { ...rules, quorum: 0.67 } }).quorumMet,
    ).toBe(false);
  });
  it('may be a number of seats', () => {
    expect(judge({ g1: 'yes', c1: 'yes' }, { rules: { ...rules, quorum: { seats: 2 } } }).quorumMet).toBe(
      true,
    );
    expect(judge({ g1: 'yes' }, { rules: { ...rules, quorum: { seats: 2 } } }).quorumMet).toBe(false);
  });
  it('is never met by nobody', () => {
    expect(judge({}, { entitled: [] }).reasons).toEqual(['quorum-not-met', 'majority-not-reached']);
    expect(judge({}, { rules: { ...rules, quorum: { seats: 0 } } }).quorumMet).toBe(false);
  });
});

describe('parity', () => {
  const both = { ...rules, parity: 'both-halves-present' } as const;
  const equal = { ...rules, parity: 'equal-weight' } as const;
  it('of both halves asks for a vote from government and one from the rest', () => {
    expect(judge({ c1: 'yes', c2: 'yes', a1: 'yes', p1: 'yes' }, { rules: both })).toMatchObject({
      parityMet: false,
      carried: false,
      reasons: ['parity-not-met'],
    });
    expect(judge({ g1: 'yes', g2: 'yes', a1: 'abstain' }, { rules: both })).toMatchObject({
      parityMet: true,
      carried: true,
    });
    expect(judge({ g1: 'yes', g2: 'yes' }, { rules: { ...both, quorum: 0.1 } }).parityMet).toBe(false);
  });
  it('of weight lets two seats of government weigh as much as four others', () => {
    const divided = { g1: 'no', g2: 'no', c1: 'yes', c2: 'yes', a1: 'yes', p1: 'yes' } as const;
    expect(judge(divided).carried).toBe(true);
    expect(judge(divided, { rules: equal })).toMatchObject({
      parityMet: true,
      carried: false,
      reasons: ['majority-not-reached'],
    });
    expect(judge({ ...divided, g1: 'yes' }, { rules: equal }).carried).toBe(true);
    expect(judge({ ...divided, g1: 'yes' }, { rules: { ...equal, majority: 'two-thirds' } }).carried).toBe(
      true,
    );
    expect(
      judge({ ...divided, g1: 'yes', a1: 'no' }, { rules: { ...equal, majority: 'two-thirds' } }).reasons,
    ).toEqual(['two-thirds-not-reached']);
  });
  it('of weight is not reached with one half away', () => {
    expect(judge({ c1: 'yes', c2: 'yes', a1: 'yes' }, { rules: equal }).reasons).toEqual([
      'parity-not-met',
      'majority-not-reached',
    ]);
  });
});

describe('the majority', () => {
  const by = (majority: BallotRules['majority'], of: Readonly<Record<string, Vote['choice']>>) =>
    judge(of, { rules: { quorum: 0.1, parity: 'none', majority } }).reasons;
  it('is more yes than no; a tie is lost, abstentions are on neither side', () => {
    expect(by('simple', { g1: 'yes', c1: 'no' })).toEqual(['majority-not-reached']);
    expect(by('simple', { g1: 'yes', c1: 'abstain', c2: 'abstain' })).toEqual([]);
    expect(by('simple', { g1: 'abstain' })).toEqual(['majority-not-reached']);
  });
  it('of two thirds is twice as many yes as no', () => {
    expect(by('two-thirds', { g1: 'yes', g2: 'yes', c1: 'no' })).toEqual([]);
    expect(by('two-thirds', { g1: 'yes', g2: 'yes', c1: 'yes', c2: 'no', a1: 'no' })).toEqual([
      'two-thirds-not-reached',
    ]);
    expect(by('two-thirds', { g1: 'abstain' })).toEqual(['two-thirds-not-reached']);
  });
  it('of consensus is a yes and no one against', () => {
    expect(by('consensus', { g1: 'yes', c1: 'abstain' })).toEqual([]);
    expect(by('consensus', { g1: 'yes', g2: 'yes', c1: 'no' })).toEqual(['consensus-not-reached']);
    expect(by('consensus', { g1: 'abstain' })).toEqual(['consensus-not-reached']);
  });
});

describe('who counts', () => {
  const mandate = (from: string, until: string) =>
    judge({ g1: 'yes' }, { entitled: [{ ...seat('g1', 'government'), from, until }] });
  it('is a seat with a mandate on the day of the ballot, first and last day included', () => {
    expect(mandate('2026-11-23', '2026-11-23')).toMatchObject({ entitled: 1, turnout: 1, carried: true });
    expect(mandate('2026-11-24', '2028-11-23')).toMatchObject({ entitled: 0, turnout: 0, carried: false });
    expect(mandate('2024-11-22', '2026-11-22')).toMatchObject({ entitled: 0, turnout: 0, carried: false });
  });
  it('is no seat that stands aside, neither for the quorum nor with its vote', () => {
    expect(judge({ g1: 'no', c1: 'yes', c2: 'yes' }, { recused: ['g1', 'g2'] })).toMatchObject({
      entitled: 4,
      turnout: 2,
      tally: { yes: 2, no: 0, abstain: 0 },
      carried: true,
    });
  });
  it('is refused when the input contradicts itself', () => {
    expect(() => judge({}, { votes: [...votes({ g1: 'yes' }), ...votes({ g1: 'no' })] })).toThrow(
      'a seat voted twice',
    );
    expect(() => judge({ x: 'yes' })).toThrow('a seat that is not listed: x');
    expect(() => judge({}, { entitled: [...table, seat('g1', 'private')] })).toThrow(
      'a seat is listed twice',
    );
    for (const quorum of [0, 1.1, -1, Number.NaN])
      expect(() => judge({}, { rules: { ...rules, quorum } })).toThrow('a quorum is a share');
    expect(judge({ g1: 'yes' }, { rules: { ...rules, quorum: 1 } }).quorumMet).toBe(false);
  });
});

describe('every ballot', () => {
  const aBallot: fc.Arbitrary<Ballot> = fc
    .record({
      quorum: fc.double({ min: 0.01, max: 1, noNaN: true }),
      parity: fc.constantFrom('none', 'both-halves-present', 'equal-weight'),
      majority: fc.constantFrom('simple', 'two-thirds', 'consensus'),
      seats: fc.array(
        fc.record({
          sector: fc.constantFrom('government', 'civil-society', 'academia', 'private', 'other-branch'),
          choice: fc.constantFrom('yes', 'no', 'abstain', null),
          recused: fc.boolean(),
        }),
        { maxLength: 30 },
      ),
    })
    .map(({ seats, ...of }) => ({
      rules: of,
      entitled: seats.map(({ sector }, at) => seat(`s${at}`, sector)),
      votes: seats.flatMap(({ choice }, at) => (choice === null ? [] : [{ seatId: `s${at}`, choice }])),
      recused: seats.flatMap(({ recused }, at) => (recused ? [`s${at}`] : [])),
      day: '2026-11-23',
    }));

  it('is judged alike in whatever order votes and seats come', () => {
    fc.assert(
      fc.property(aBallot, (ballot) => {
        const turned = {
          ...ballot,
          votes: [...ballot.votes].reverse(),
          entitled: [...ballot.entitled].reverse(),
          recused: [...ballot.recused].reverse(),
        };
        expect(judgeBallot(turned)).toEqual(judgeBallot(ballot));
      }),
    );
  });
  it('is judged as if recused seats were not there', () => {
    fc.assert(
      fc.property(aBallot, (ballot) => {
        const there = ({ seatId }: { readonly seatId: string }) => !ballot.recused.includes(seatId);
        expect(
          judgeBallot({
            ...ballot,
            entitled: ballot.entitled.filter(there),
            votes: ballot.votes.filter(there),
            recused: [],
          }),
        ).toEqual(judgeBallot(ballot));
      }),
    );
  });
  it('is never lost by a no that becomes a yes', () => {
    fc.assert(
      fc.property(aBallot, fc.nat(), (ballot, at) => {
        const kinder = ballot.votes.map((vote, index) =>
          index === at % ballot.votes.length && vote.choice === 'no'
            ? { ...vote, choice: 'yes' as const }
            : vote,
        );
        if (judgeBallot(ballot).carried) expect(judgeBallot({ ...ballot, votes: kinder }).carried).toBe(true);
      }),
    );
  });
  it('counts every vote once, and is carried exactly when nothing speaks against it', () => {
    fc.assert(
      fc.property(aBallot, (ballot) => {
        const { tally, turnout, entitled, carried, reasons, quorumMet, parityMet } = judgeBallot(ballot);
        expect(tally.yes + tally.no + tally.abstain).toBe(turnout);
        expect(turnout).toBeLessThanOrEqual(entitled);
        expect(carried).toBe(reasons.length === 0);
        if (carried) expect(quorumMet && parityMet && tally.yes > 0).toBe(true);
      }),
    );
  });
  it('of equal weight cannot be carried by a half alone against the other', () => {
    fc.assert(
      fc.property(aBallot, (ballot) => {
        const sector = new Map(ballot.entitled.map((entitled) => [entitled.seatId, entitled.sector]));
        const opposed = ballot.votes.map((vote) => ({
          ...vote,
          choice: sector.get(vote.seatId) === 'government' ? ('yes' as const) : ('no' as const),
        }));
        expect(
          judgeBallot({ ...ballot, rules: { ...ballot.rules, parity: 'equal-weight' }, votes: opposed })
            .carried,
        ).toBe(false);
      }),
    );
  });
});
