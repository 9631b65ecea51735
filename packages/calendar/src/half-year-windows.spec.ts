import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween } from './day.ts';
import { halfYearWindows } from './half-year-windows.ts';

describe('the reporting windows of a plan', () => {
  it("are four for Korea's fourth plan, each open for the month after its half year", () => {
    expect(halfYearWindows({ startsOn: '2018-09-01', endsOn: '2020-08-31' })).toEqual([
      { number: 1, from: '2018-09-01', until: '2019-02-28', opensOn: '2019-03-01', closesOn: '2019-03-31' },
      { number: 2, from: '2019-03-01', until: '2019-08-31', opensOn: '2019-09-01', closesOn: '2019-09-30' },
      { number: 3, from: '2019-09-01', until: '2020-02-29', opensOn: '2020-03-01', closesOn: '2020-03-31' },
      { number: 4, from: '2020-03-01', until: '2020-08-31', opensOn: '2020-09-01', closesOn: '2020-09-30' },
    ]);
  });

  it('are eight for a plan of four years', () => {
    expect(halfYearWindows({ startsOn: '2024-01-01', endsOn: '2027-12-31' })).toHaveLength(8);
  });

  it('take in a rest shorter than three months, and give a longer one a window of its own', () => {
    const untils = (endsOn: string) =>
      halfYearWindows({ startsOn: '2025-01-01', endsOn }).map(({ until }) => until);
    expect(untils('2025-09-29')).toEqual(['2025-09-29']);
    expect(untils('2025-09-30')).toEqual(['2025-06-30', '2025-09-30']);
    expect(untils('2025-01-01')).toEqual(['2025-01-01']);
  });

  it('touch, cover the plan exactly, and none is shorter than three months in a plan that is not', () => {
    const aPlan = fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 100, max: 1900 }));
    fc.assert(
      fc.property(aPlan, ([start, length]) => {
        const startsOn = addDays('2015-01-01', start);
        const endsOn = addDays(startsOn, length);
        const windows = halfYearWindows({ startsOn, endsOn });
        expect(windows[0]?.from).toBe(startsOn);
        expect(windows.at(-1)?.until).toBe(endsOn);
        windows.forEach((window, at) => {
          expect(window.number).toBe(at + 1);
          if (at > 0) expect(window.from).toBe(windows[at - 1]?.opensOn);
          expect(window.opensOn).toBe(addDays(window.until, 1));
          expect(window.closesOn).toBe(addDays(addMonths(window.opensOn, 1), -1));
          expect(daysBetween(window.from, window.until)).toBeGreaterThanOrEqual(85);
        });
      }),
    );
  });

  it('do not exist for a plan that ends before it starts', () => {
    expect(() => halfYearWindows({ startsOn: '2025-01-02', endsOn: '2025-01-01' })).toThrow(
      'before it starts',
    );
  });
});
