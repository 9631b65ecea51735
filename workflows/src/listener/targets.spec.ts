import { allEvents, type EventEnvelope } from '@madang/contracts';
import { describe, expect, it } from 'vitest';
import { idsIn, targetsOf, turningPoints } from './targets.ts';

const fact = (type: string, data: object) => ({ type, data }) as EventEnvelope;
const told = (type: string, data: object, cycleOf = '') =>
  targetsOf(fact(type, data), 'stepped', cycleOf).map(({ processId, starts }) => [processId, starts?.type]);

describe('a turning point', () => {
  it('is a fact of the contracts', () => {
    const known = new Set(allEvents.map(({ type }) => type));
    expect(turningPoints.filter((type) => !known.has(type))).toEqual([]);
  });
  it('starts whoever begins with it', () => {
    expect(told('forums.cycle.opened.v1', { forumId: 'f', cycleId: 'c' })).toEqual([
      ['cycle/c', 'actionPlanCycle'],
    ]);
    for (const type of ['imposed', 'returned'])
      expect(told(`ministries.obligation.${type}.v1`, { forumId: 'f', obligationId: 'o' })).toEqual([
        ['obligation/o', 'obligation'],
      ]);
  });
  it('of an obligation says in its line what is owed and by when, and not by whom', () => {
    const data = {
      forumId: 'f',
      obligationId: 'o',
      obligationKind: 'progress-report',
      dueOn: '2019-09-30',
      institutionId: 'i',
    };
    const [target] = targetsOf(fact('ministries.obligation.imposed.v1', data), 'wall', '');
    expect(target?.starts?.summary).toBe('progress report, due 2019-09-30');
  });
  it('of implementation concerns the calendar of the forum too', () => {
    for (const type of ['plan-submitted', 'deadline-moved', 'closed'])
      expect(told(`forums.cycle.${type}.v1`, { forumId: 'f', cycleId: 'c' })).toContainEqual([
        'forum-calendar/f',
        undefined,
      ]);
  });
  it('of the timetable concerns the cycle and each of its stages, and starts none', () => {
    expect(told('forums.cycle.suspended.v1', { forumId: 'f', cycleId: 'c' })).toEqual(
      ['cycle', 'drafting', 'consultation', 'response', 'approval', 'monitoring'].map((kind) => [
        `${kind}/c`,
        undefined,
      ]),
    );
  });
  it('of a response concerns the stage of the cycle that its consultation belongs to', () => {
    expect(told('commitments.response.published.v1', { consultationId: 'k' }, 'c')).toEqual([
      ['response/c', undefined],
    ]);
  });
});

describe('traffic', () => {
  it('concerns no process', () => {
    expect(told('commitments.contribution.accepted.v1', { forumId: 'f', cycleId: 'c' })).toEqual([]);
    expect(told('forums.ballot.cast.v1', { forumId: 'f', ballotId: 'b' })).toEqual([]);
  });
});

describe('what a process is told of a fact', () => {
  it('is ids and instants: no name, no text, no reason', () => {
    const data = {
      cycleId: 'c',
      closesAt: '2026-01-01T00:00:00.000Z',
      name: { ko: '이름', en: 'name' },
      reason: { textId: 't', lang: 'ko' },
      authority: 'plenary',
    };
    expect(idsIn(fact('any', data))).toEqual({ cycleId: 'c', closesAt: '2026-01-01T00:00:00.000Z' });
  });
});
