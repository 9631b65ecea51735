import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './day.ts';
import { dayOf } from './instant.ts';
import { ladderOf, reminderInstants } from './ladder-of.ts';

const rules = { remindBefore: [7, 3, 1], escalateAfter: [3, 10], silentAfter: 20 } as const;

describe('the ladder of an obligation', () => {
  it('reminds before the due day, falls due, is overdue, goes up twice and states silence', () => {
    const ladder = ladderOf({ ...rules, dueOn: '2018-09-21', zone: 'Asia/Seoul', country: 'KR' });
    expect(ladder.map(({ rung, at }) => [rung, dayOf(at, 'Asia/Seoul')])).toEqual([
      ['due-7d', '2018-09-14'],
      ['due-3d', '2018-09-18'],
      ['due-1d', '2018-09-20'],
      ['due', '2018-09-21'],
      ['overdue', '2018-09-22'],
      ['escalate-1', '2018-10-01'],
      ['escalate-2', '2018-10-12'],
      ['silent', '2018-10-26'],
    ]);
    expect(ladder[3]?.at).toBe('2018-09-20T15:00:00.000Z');
  });

  it('may have fewer rungs', () => {
    const rungs = (escalateAfter: readonly [] | readonly [number]) =>
      ladderOf({
        remindBefore: [],
        escalateAfter,
        silentAfter: 5,
        dueOn: '2026-11-23',
        zone: 'UTC',
        country: 'none',
      }).map(({ rung }) => rung);
    expect(rungs([])).toEqual(['due', 'overdue', 'silent']);
    expect(rungs([1])).toEqual(['due', 'overdue', 'escalate-1', 'silent']);
  });

  it('climbs in the order of time in every zone, for every due day', () => {
    const aDay = fc.integer({ min: 0, max: 11_000 }).map((days) => addDays('2019-01-01', days));
    const aZone = fc.constantFrom('Asia/Seoul', 'Europe/Berlin', 'America/New_York');
    fc.assert(
      fc.property(aDay, aZone, fc.constantFrom('KR' as const, 'none' as const), (dueOn, zone, country) => {
        const instants = ladderOf({ ...rules, escalateAfter: [1, 2], dueOn, zone, country }).map(
          ({ at }) => at,
        );
        expect([...instants].sort()).toEqual(instants);
      }),
    );
  });

  it('is refused when its steps do not climb', () => {
    const of = (changed: object) => () =>
      ladderOf({ ...rules, ...changed, dueOn: '2026-11-23', zone: 'UTC', country: 'none' });
    expect(of({ escalateAfter: [10, 3] })).toThrow('must grow from 1: 10, 3, 20');
    expect(of({ escalateAfter: [3, 3] })).toThrow('must grow');
    expect(of({ escalateAfter: [0] })).toThrow('must grow');
    expect(of({ silentAfter: 10 })).toThrow('must grow');
    expect(of({ silentAfter: 20.5 })).toThrow('must grow');
  });
});

describe('reminders', () => {
  const of = (before: readonly number[]) =>
    reminderInstants({ dueOn: '2026-11-02', zone: 'America/New_York', before });

  it('come at the start of their day, the earliest first, across a clock change too', () => {
    expect(of([1, 7])).toEqual([
      { daysBefore: 7, at: '2026-10-26T04:00:00.000Z' },
      { daysBefore: 1, at: '2026-11-01T04:00:00.000Z' },
    ]);
    expect(reminderInstants({ dueOn: '2026-11-03', zone: 'America/New_York', before: [1] })[0]?.at).toBe(
      '2026-11-02T05:00:00.000Z',
    );
  });

  it('are whole days, each once', () => {
    expect(() => of([3, 0])).toThrow('whole days before');
    expect(() => of([1.5])).toThrow('whole days before');
    expect(() => of([3, 3])).toThrow('given twice');
  });
});
