import { outcomeOf, play } from '@madang/decider';
import { beforeEach, describe, expect, it } from 'vitest';
import { service } from '../service.ts';
import { stateRequirementAtRisk } from './requirements.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [forumId, seatId, coChair, process] = [id(1), id(2), id(3), id(4)];
const name = { ko: '열린정부포럼', en: 'Forum' };

let table: ReturnType<typeof play>;
const asked = (type: string, body: object, now: string, role: string): ReturnType<typeof table.ask> => {
  const handler =
    type === 'state-requirement-at-risk'
      ? stateRequirementAtRisk
      : service.answers.find((one) => one.command.type === `forums.${type}.v1`);
  return table.ask(
    handler as never,
    { forumId, ...body },
    { now, actor: { id: process, roles: [role as never] } },
  );
};
const state = (day: string, body: object): ReturnType<typeof table.ask> =>
  asked(
    'state-requirement-at-risk',
    { requirement: '1.1', dueOn: '2026-07-02', ...body },
    `${day}T03:00:00.000Z`,
    'process',
  );

beforeEach(() => {
  table = play(service.aggregates);
  const now = '2026-01-02T03:00:00.000Z';
  const founded = {
    name,
    level: 'national',
    zone: 'Asia/Seoul',
    country: 'KR',
    languages: ['ko'],
    rulePack: 'ogp-2022',
  };
  asked('found-forum', founded, now, 'secretariat');
  const seat = {
    seatId,
    personId: coChair,
    sector: 'civil-society',
    organisation: name,
    position: 'co-chair',
  };
  asked('seat-member', { ...seat, from: '2026-01-02', until: '2027-12-31' }, now, 'secretariat');
});

describe('a requirement that time alone breaks', () => {
  it('is stated to be approaching, to the co-chairs of that day, and only once', () => {
    const first = state('2026-06-02', { risk: 'approaching' });
    expect(first).toMatchObject({
      kind: 'accepted',
      events: [{ data: { requirement: '1.1', risk: 'approaching', toPersonIds: [coChair] } }],
    });
    expect(outcomeOf(state('2026-06-03', { risk: 'approaching' }))).toBe('already so');
  });
  it('is not missed while its last day lasts in the zone of the forum', () => {
    expect(outcomeOf(state('2026-07-02', { risk: 'missed' }))).toBe('requirement-not-missed-yet');
    expect(outcomeOf(state('2026-07-03', { risk: 'missed' }))).toBe('forum.requirement-at-risk');
  });
  it('is not approaching any more once it was missed, and a later day is another matter', () => {
    state('2026-07-03', { risk: 'missed' });
    expect(outcomeOf(state('2026-07-03', { risk: 'approaching' }))).toBe('already so');
    expect(outcomeOf(state('2026-07-03', { risk: 'approaching', dueOn: '2027-01-02' }))).toBe(
      'forum.requirement-at-risk',
    );
  });
  it('may be a want at the table, which no rule pack names', () => {
    const requirement = 'balance';
    expect(outcomeOf(state('2026-06-02', { requirement, dueOn: '2026-06-01', risk: 'missed' }))).toBe(
      'forum.requirement-at-risk',
    );
  });
  it('is refused where the rule pack does not ask for it, or the forum is unknown', () => {
    expect(outcomeOf(state('2026-06-02', { risk: 'approaching', requirement: '9.9' }))).toBe(
      'requirement-not-asked',
    );
    expect(outcomeOf(state('2026-06-02', { risk: 'approaching', forumId: id(9) }))).toBe('unknown-forum');
  });
});
