import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from './day.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay } from './working-day.ts';

const aDay = fc.integer({ min: 0, max: 11_000 }).map((days) => addDays('2019-01-01', days));
const aCount = fc.integer({ min: 0, max: 60 });
const aCountry = fc.constantFrom('KR' as const, 'none' as const);
const worked = (from: string, until: string, country: 'KR' | 'none') =>
  Array.from({ length: daysBetween(from, until) }, (_, at) => addDays(from, at + 1)).filter((day) =>
    isWorkingDay(day, country),
  ).length;

describe('a working day', () => {
  it('is no Saturday, no Sunday and no holiday, substitute days included', () => {
    expect(isWorkingDay('2018-09-22', 'KR')).toBe(false);
    expect(isWorkingDay('2018-09-23', 'KR')).toBe(false);
    expect(isWorkingDay('2018-09-26', 'KR')).toBe(false);
    expect(isWorkingDay('2018-05-07', 'KR')).toBe(false);
    expect(isWorkingDay('2018-09-27', 'KR')).toBe(true);
    expect(isWorkingDay('2026-11-23', 'KR')).toBe(true);
  });

  it('knows only the weekend where a forum keeps no country', () => {
    expect(isWorkingDay('2018-09-26', 'none')).toBe(true);
    expect(isWorkingDay('2018-09-29', 'none')).toBe(false);
    expect(isWorkingDay('1999-01-01', 'none')).toBe(true);
  });

  it('is not guessed for a year whose holidays are not known', () => {
    expect(() => isWorkingDay('2017-12-29', 'KR')).toThrow('2018 to 2050');
    expect(() => isWorkingDay('2017-12-30', 'KR')).toThrow('2018 to 2050');
    expect(() => addWorkingDays('2050-12-30', 1, 'KR')).toThrow('2018 to 2050');
  });
});

describe('counting working days', () => {
  it('leaves the first day out and steps over Chuseok 2018', () => {
    expect(addWorkingDays('2018-09-21', 1, 'KR')).toBe('2018-09-27');
    expect(addWorkingDays('2018-09-21', 3, 'KR')).toBe('2018-10-01');
    expect(addWorkingDays('2018-09-27', -1, 'KR')).toBe('2018-09-21');
  });

  it('gives the day itself for none, even a free one', () => {
    expect(addWorkingDays('2018-09-23', 0, 'KR')).toBe('2018-09-23');
  });

  it('knows no part of a day', () => {
    expect(() => addWorkingDays('2026-11-23', 1.5, 'KR')).toThrow('not a whole number');
  });

  it('arrives on a working day with exactly as many worked on the way', () => {
    fc.assert(
      fc.property(aDay, aCount, aCountry, (day, count, country) => {
        const reached = addWorkingDays(day, count, country);
        expect(worked(day, reached, country)).toBe(count);
        if (count > 0) expect(isWorkingDay(reached, country)).toBe(true);
      }),
    );
  });

  it('is undone from a working day, and may be done in two steps', () => {
    fc.assert(
      fc.property(aDay, aCount, aCount, aCountry, (day, one, other, country) => {
        const start = nextWorkingDay(day, country);
        expect(addWorkingDays(addWorkingDays(start, one, country), -one, country)).toBe(start);
        expect(addWorkingDays(addWorkingDays(start, one, country), other, country)).toBe(
          addWorkingDays(start, one + other, country),
        );
      }),
    );
  });
});

describe('a deadline on a free day', () => {
  it('moves to the next working day, or to the one before', () => {
    expect(nextWorkingDay('2018-09-22', 'KR')).toBe('2018-09-27');
    expect(previousWorkingDay('2018-09-26', 'KR')).toBe('2018-09-21');
  });

  it('stays where it is on a working day', () => {
    expect(nextWorkingDay('2018-09-27', 'KR')).toBe('2018-09-27');
    expect(previousWorkingDay('2018-09-27', 'KR')).toBe('2018-09-27');
  });
});
