import { outcomeOf, play } from '@madang/decider';
import { beforeEach, describe, expect, it } from 'vitest';
import { service } from '../service.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [forumId, cycleId, ballotId, person] = [id(1), id(2), id(3), id(4)];
const seats = Array.from({ length: 4 }, (_, index) => id(10 + index));
const text = (words: string) => ({ lang: 'ko', text: words });
const name = { ko: '열린정부포럼', en: 'Forum' };
const secretariat = { id: id(99), roles: ['secretariat' as const] };
const handler = (type: string) => {
  const found = service.answers.find((one) => one.command.type === `forums.${type}.v1`);
  if (!found) throw new Error(type);
  return found as never;
};
const stages = [
  { stage: 'drafting', opensOn: '2026-02-01', closesOn: '2026-03-31' },
  { stage: 'consultation', opensOn: '2026-04-01', closesOn: '2026-04-30' },
  { stage: 'response', opensOn: '2026-05-01', closesOn: '2026-05-31' },
  { stage: 'approval', opensOn: '2026-06-01', closesOn: '2026-06-30' },
  { stage: 'monitoring', opensOn: '2026-07-01', closesOn: '2028-06-30' },
];

let table: ReturnType<typeof play>;
let now: string;
const on = (day: string): void => {
  now = `${day}T03:00:00.000Z`;
};
const ask = (type: string, body: object = {}, more: object = {}): string =>
  outcomeOf(
    table.ask(
      handler(type),
      { forumId, ...body },
      { now, actor: secretariat, look: { sealed: true, signedOff: true }, ...more },
    ),
  );
const vote = (seatId: string, choice = 'yes', actorId = person): string =>
  ask(
    'cast-ballot',
    { ballotId, seatId, choice },
    { actor: { id: actorId, roles: ['member'] }, look: `sealed ${choice}` },
  );

beforeEach(() => {
  table = play(service.aggregates);
  on('2026-01-02');
  ask('found-forum', {
    name,
    level: 'national',
    zone: 'Asia/Seoul',
    country: 'KR',
    languages: ['ko', 'en'],
    rulePack: 'ogp-2022',
  });
  ask('adopt-rules', {
    rules: { quorum: 0.5, parity: 'both-halves-present', majority: 'simple', ballots: 'roll-call' },
    adoptedOn: '2026-01-02',
  });
  for (const [index, seatId] of seats.entries())
    ask('seat-member', {
      seatId,
      personId: person,
      sector: index < 2 ? 'government' : 'civil-society',
      organisation: name,
      position: 'member',
      from: '2026-01-01',
      until: '2027-12-31',
    });
  ask('open-cycle', { cycleId, name, startsOn: '2026-07-01', endsOn: '2028-06-30', years: 2 });
});

/** Everything up to the stage approval, each stage on its day. */
const untilApproval = (): void => {
  ask('publish-timetable', { cycleId, stages });
  for (const [stage, day] of [
    ['drafting', '2026-02-01'],
    ['consultation', '2026-04-01'],
    ['response', '2026-05-01'],
    ['approval', '2026-06-01'],
  ] as const) {
    on(day);
    expect(ask('begin-stage', { cycleId, stage })).toBe('cycle.stage-begun');
  }
};

describe('a cycle', () => {
  it('is opened once, for two or four years, and not for longer than that', () => {
    expect(ask('open-cycle', { cycleId, name, startsOn: '2026-07-01', endsOn: '2028-06-30', years: 2 })).toBe(
      'already so',
    );
    expect(ask('open-cycle', { cycleId, name, startsOn: '2026-07-01', endsOn: '2028-06-29', years: 2 })).toBe(
      'cycle-already-open',
    );
    expect(
      ask('open-cycle', { cycleId: id(5), name, startsOn: '2026-07-01', endsOn: '2028-07-01', years: 2 }),
    ).toBe('plan-period-does-not-fit');
    expect(
      ask('open-cycle', { cycleId: id(5), name, startsOn: '2026-07-01', endsOn: '2030-06-30', years: 4 }),
    ).toBe('cycle.opened');
  });
  it('begins no stage before its timetable is published', () => {
    expect(ask('begin-stage', { cycleId, stage: 'drafting' })).toBe('timetable-not-published');
  });
  it('begins drafting only after two weeks of notice (OGP 3.1)', () => {
    on('2026-01-20');
    ask('publish-timetable', { cycleId, stages });
    on('2026-02-01');
    expect(ask('begin-stage', { cycleId, stage: 'drafting' })).toBe('timetable-notice-too-short');
  });
  it('begins its stages in order, each on its day, once', () => {
    ask('publish-timetable', { cycleId, stages });
    expect(ask('begin-stage', { cycleId, stage: 'consultation' })).toBe('stage-out-of-order');
    expect(ask('begin-stage', { cycleId, stage: 'drafting' })).toBe('stage-not-due');
    on('2026-02-01');
    expect(ask('begin-stage', { cycleId, stage: 'drafting' })).toBe('cycle.stage-begun');
    expect(ask('begin-stage', { cycleId, stage: 'drafting' })).toBe('already so');
  });
  it('begins approval only when the consultation is sealed (OGP 4.1)', () => {
    ask('publish-timetable', { cycleId, stages });
    for (const [stage, day] of [
      ['drafting', '2026-02-01'],
      ['consultation', '2026-04-01'],
      ['response', '2026-05-01'],
    ] as const) {
      on(day);
      ask('begin-stage', { cycleId, stage });
    }
    on('2026-06-01');
    expect(
      ask('begin-stage', { cycleId, stage: 'approval' }, { look: { sealed: false, signedOff: false } }),
    ).toBe('consultation-not-sealed');
    expect(ask('begin-stage', { cycleId, stage: 'approval' })).toBe('cycle.stage-begun');
  });
  it('that is suspended begins nothing, and moves its remaining dates by the days it lasted', () => {
    ask('publish-timetable', { cycleId, stages });
    on('2026-01-22');
    expect(ask('suspend-cycle', { cycleId, authority: 'minister', reason: text('선거') })).toBe(
      'cycle.suspended',
    );
    expect(ask('suspend-cycle', { cycleId, authority: 'minister', reason: text('선거') })).toBe('already so');
    on('2026-02-01');
    expect(ask('begin-stage', { cycleId, stage: 'drafting' })).toBe('cycle-suspended');
    expect(ask('resume-cycle', { cycleId, authority: 'minister', reason: text('재개') })).toBe(
      'cycle.resumed',
    );
    expect(ask('begin-stage', { cycleId, stage: 'drafting' })).toBe('stage-not-due');
    on('2026-02-11');
    expect(ask('begin-stage', { cycleId, stage: 'drafting' })).toBe('cycle.stage-begun');
  });
});

describe('a timetable', () => {
  it('holds each of the five stages once, in order, none in the past', () => {
    expect(ask('publish-timetable', { cycleId, stages: stages.slice(1) })).toBe('timetable-incomplete');
    expect(
      ask('publish-timetable', {
        cycleId,
        stages: stages.map((one) => (one.stage === 'response' ? { ...one, opensOn: '2026-04-15' } : one)),
      }),
    ).toBe('timetable-out-of-order');
    on('2026-03-01');
    expect(ask('publish-timetable', { cycleId, stages })).toBe('starts-in-the-past');
  });
  it('moves a deadline by a decision, neither into the past nor one that has passed', () => {
    ask('publish-timetable', { cycleId, stages });
    const move = (days: object, noticeGivenOn = '2026-04-10') =>
      ask('move-deadline', {
        cycleId,
        stage: 'consultation',
        authority: 'co-chairs',
        reason: text('연장'),
        noticeGivenOn,
        ...days,
      });
    on('2026-04-10');
    expect(move({ closesOn: '2026-04-05' })).toBe('deadline-in-the-past');
    expect(move({ opensOn: '2026-04-20' })).toBe('deadline-in-the-past');
    expect(move({ closesOn: '2026-05-03' })).toBe('timetable-out-of-order');
    expect(move({ closesOn: '2026-04-28' }, '2026-04-11')).toBe('notice-in-the-future');
    expect(move({ closesOn: '2026-04-28' })).toBe('cycle.deadline-moved');
    expect(move({})).toBe('nothing-to-move');
  });
});

describe('a ballot', () => {
  const open = () =>
    ask(
      'open-ballot',
      { ballotId, cycleId, matter: 'approve-plan', heldOn: '2026-06-10', closesOn: '2026-06-12' },
      { look: undefined },
    );
  const choices = (how: readonly string[]) =>
    how.map((choice, index) => ({ seatId: seats[index] ?? '', choice }));
  it('on the plan opens in the stage approval only, once', () => {
    expect(open()).toBe('not-in-approval');
    untilApproval();
    expect(open()).toBe('ballot.opened');
    expect(open()).toBe('already so');
  });
  it('is cast by who holds the seat, once for each seat, and not by a recused one', () => {
    untilApproval();
    open();
    expect(vote(seats[0] ?? '', 'yes', id(77))).toBe('not-your-seat');
    expect(vote(id(55))).toBe('seat-not-entitled');
    expect(vote(seats[0] ?? '')).toBe('ballot.cast');
    expect(vote(seats[0] ?? '', 'no')).toBe('seat-has-voted');
    expect(
      ask(
        'recuse',
        { ballotId, seatId: seats[1], reasonCode: 'conflict-of-interest' },
        { actor: { id: person, roles: ['member'] } },
      ),
    ).toBe('ballot.seat-recused');
    expect(vote(seats[1] ?? '')).toBe('seat-recused');
  });
  it('carries with both halves present, and approves the plan', () => {
    untilApproval();
    open();
    for (const seatId of seats) vote(seatId);
    expect(ask('close-ballot', { ballotId }, { look: choices(['yes', 'yes', 'yes', 'no']) })).toBe(
      'ballot.closed',
    );
    expect(ask('close-ballot', { ballotId }, { look: [] })).toBe('already so');
    expect(ask('approve-plan', { cycleId, ballotId })).toBe('cycle.plan-approved, cycle.stage-begun');
    expect(ask('approve-plan', { cycleId, ballotId })).toBe('already so');
  });
  it('does not carry without civil society, and then approves nothing', () => {
    untilApproval();
    open();
    for (const seatId of seats.slice(0, 2)) vote(seatId);
    on('2026-06-12');
    expect(ask('close-ballot', { ballotId }, { look: choices(['yes', 'yes']) })).toBe('ballot-still-running');
    on('2026-06-13');
    ask('close-ballot', { ballotId }, { look: choices(['yes', 'yes']) });
    expect(ask('approve-plan', { cycleId, ballotId })).toBe('ballot-not-carried');
    expect(ask('submit-plan', { cycleId, languages: ['ko', 'en'] })).toBe('plan-not-approved');
  });
});

describe('an approved plan', () => {
  beforeEach(() => {
    untilApproval();
    ask(
      'open-ballot',
      { ballotId, cycleId, matter: 'approve-plan', heldOn: '2026-06-10', closesOn: '2026-06-12' },
      { look: undefined },
    );
    for (const seatId of seats) vote(seatId);
    ask('close-ballot', { ballotId }, { look: seats.map((seatId) => ({ seatId, choice: 'yes' })) });
    ask('approve-plan', { cycleId, ballotId });
  });
  it('is submitted with every sign-off, in the administrative language and English, once', () => {
    expect(
      ask('submit-plan', { cycleId, languages: ['ko', 'en'] }, { look: { sealed: true, signedOff: false } }),
    ).toBe('sign-offs-missing');
    expect(ask('submit-plan', { cycleId, languages: ['ko'] })).toBe('languages-missing');
    expect(ask('submit-plan', { cycleId, languages: ['ko', 'en'] })).toBe('cycle.plan-submitted');
    expect(ask('submit-plan', { cycleId, languages: ['ko', 'en'] })).toBe('already so');
  });
  it('is monitored after submission, assessed when monitoring ends, then closed', () => {
    on('2026-07-01');
    expect(ask('begin-stage', { cycleId, stage: 'monitoring' })).toBe('plan-not-submitted');
    ask('submit-plan', { cycleId, languages: ['ko', 'en'] });
    expect(ask('begin-stage', { cycleId, stage: 'monitoring' })).toBe('cycle.stage-begun');
    expect(ask('close-cycle', { cycleId })).toBe('cycle-not-assessed');
    expect(ask('begin-stage', { cycleId, stage: 'assessment' })).toBe('stage-not-due');
    on('2028-07-01');
    expect(ask('begin-stage', { cycleId, stage: 'assessment' })).toBe('cycle.stage-begun');
    expect(ask('close-cycle', { cycleId })).toBe('cycle.closed');
    expect(ask('close-cycle', { cycleId })).toBe('already so');
  });
});
