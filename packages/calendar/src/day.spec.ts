import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, compareDays, daysBetween } from './day.ts';

const aDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days));
const aStep = fc.integer({ min: -5000, max: 5000 });

describe('a day', () => {
  it('is written YYYY-MM-DD and exists', () => {
    for (const not of [
      '2026-1-1',
      '20260101',
      '2026-01-01T00:00',
      '2026-02-30',
      '2023-02-29',
      '2100-02-29',
      '+010000-01-01',
      '',
    ]) {
      expect(() => addDays(not, 0), not).toThrow(RangeError);
    }
    expect(addDays('2000-02-29', 0)).toBe('2000-02-29');
  });

  it('leaves a leap day behind every fourth year', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
  });

  it('stays within the years 1 to 9999', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow('outside the years 1 to 9999');
    expect(() => addMonths('0001-01-01', -1)).toThrow('outside the years 1 to 9999');
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31');
    expect(addDays('0001-01-02', -1)).toBe('0001-01-01');
  });

  it('is undone by going back as far as one went', () => {
    fc.assert(
      fc.property(aDay, aStep, (day, step) => {
        expect(addDays(addDays(day, step), -step)).toBe(day);
      }),
    );
  });

  it('is as far away as was added', () => {
    fc.assert(
      fc.property(aDay, aStep, (day, step) => {
        expect(daysBetween(day, addDays(day, step))).toBe(step);
      }),
    );
  });

  it('is ordered as its text is', () => {
    fc.assert(
      fc.property(aDay, aDay, (one, other) => {
        expect(compareDays(one, other)).toBe(one < other ? -1 : one > other ? 1 : 0);
        expect(Math.sign(daysBetween(other, one)) + 0).toBe(compareDays(one, other));
      }),
    );
  });
});

describe('months later', () => {
  it('is the same day of the month, or the last one there is', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  });

  it('never leaves the month that was asked for', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const reached = addMonths(day, months);
        const count = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
        expect(count(reached) - count(day)).toBe(months);
        expect(reached.slice(8) <= day.slice(8)).toBe(true);
        if (reached.slice(8) !== day.slice(8)) expect(addDays(reached, 1).slice(8)).toBe('01');
      }),
    );
  });
});
