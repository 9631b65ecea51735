import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './day.ts';
import { dayOf, instantOfDay, instantOfTime } from './instant.ts';

const zones = [
  'Asia/Seoul',
  'Europe/Berlin',
  'America/New_York',
  'UTC',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
] as const;
const aZone = fc.constantFrom(...zones);
const aDay = fc.integer({ min: 0, max: 21_900 }).map((days) => addDays('1990-01-01', days));
const hour = 3_600_000;
const length = (day: string, zone: string): number =>
  (Date.parse(instantOfDay(day, 'end', zone)) + 1 - Date.parse(instantOfDay(day, 'start', zone))) / hour;

describe('the instants of a day', () => {
  it('are 00:00 and the last millisecond before the next, in the zone', () => {
    expect(instantOfDay('2026-11-23', 'start', 'Asia/Seoul')).toBe('2026-11-22T15:00:00.000Z');
    expect(instantOfDay('2026-11-23', 'end', 'Asia/Seoul')).toBe('2026-11-23T14:59:59.999Z');
  });

  it('make a day of 23 hours when summer time begins and of 25 when it ends', () => {
    expect(length('2026-03-29', 'Europe/Berlin')).toBe(23);
    expect(length('2026-10-25', 'Europe/Berlin')).toBe(25);
    expect(length('2026-03-08', 'America/New_York')).toBe(23);
    expect(length('2026-11-01', 'America/New_York')).toBe(25);
    expect(length('2026-03-29', 'Asia/Seoul')).toBe(24);
  });

  it('begin later where a clock change skips midnight', () => {
    expect(instantOfDay('2018-11-04', 'start', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });

  it('touch those of the next day without a gap', () => {
    fc.assert(
      fc.property(aDay, aZone, (day, zone) => {
        expect(
          Date.parse(instantOfDay(addDays(day, 1), 'start', zone)) -
            Date.parse(instantOfDay(day, 'end', zone)),
        ).toBe(1);
      }),
    );
  });

  it('lie on that day and on no other', () => {
    fc.assert(
      fc.property(aDay, aZone, (day, zone) => {
        const start = instantOfDay(day, 'start', zone);
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(instantOfDay(day, 'end', zone), zone)).toBe(day);
        expect(dayOf(new Date(Date.parse(start) - 1).toISOString(), zone)).toBe(addDays(day, -1));
      }),
    );
  });

  it('are written in UTC with milliseconds, so that text order is time order', () => {
    fc.assert(
      fc.property(aDay, aZone, fc.constantFrom('start' as const, 'end' as const), (day, zone, edge) => {
        const at = instantOfDay(day, edge, zone);
        expect(new Date(at).toISOString()).toBe(at);
      }),
    );
  });

  it('are refused for a day that does not exist and a zone nobody knows', () => {
    expect(() => instantOfDay('2026-02-29', 'start', 'Asia/Seoul')).toThrow(RangeError);
    expect(() => instantOfDay('2026-02-28', 'start', 'Asia/Madang')).toThrow(RangeError);
    expect(() => dayOf('yesterday', 'Asia/Seoul')).toThrow(RangeError);
  });
});

describe('a local time', () => {
  it('is an instant in its zone', () => {
    expect(instantOfTime('2026-11-23T14:00', 'Asia/Seoul')).toBe('2026-11-23T05:00:00.000Z');
  });
  it('skipped by a clock change is read later', () => {
    expect(instantOfTime('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  });
});
