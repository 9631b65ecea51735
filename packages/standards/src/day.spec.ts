import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween } from './day.ts';

const aDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1980-01-01', days));

describe('sums on days', () => {
  it('clamp a month that is too short', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-12-31', 4)).toBe('2027-04-30');
    expect(addMonths('2026-01-15', 12)).toBe('2027-01-15');
  });

  it('undo one another', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -900, max: 900 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
  });
});
