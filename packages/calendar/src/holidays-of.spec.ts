import { describe, expect, it } from 'vitest';
import { compareDays, plainDate } from './day.ts';
import { holidaysOf, koreanHolidayYears } from './holidays-of.ts';
import { koreanProvisionalHolidays } from './korean-provisional-holidays.ts';

const korea = (year: number): Readonly<Record<string, string>> =>
  Object.fromEntries(holidaysOf(year, 'KR').map(({ day, name }) => [day, name]));
const lunar = (year: number) => {
  const on = (name: string) =>
    holidaysOf(year, 'KR').find((holiday) => holiday.name.split(', ').includes(name))?.day ?? '';
  return { seollal: on('설날'), buddha: on('부처님 오신 날'), chuseok: on('추석') };
};
const byLaw = (year: number): readonly string[] => [
  ...new Set(koreanProvisionalHolidays(year, lunar(year)).map(({ day }) => day)),
];
const announced = (year: number): readonly string[] => holidaysOf(year, 'KR').map(({ day }) => day);
const difference = (some: readonly string[], others: readonly string[]) =>
  some.filter((day) => !others.includes(day));

describe("Korea's holidays", () => {
  it('are known from the gazette for the fourth plan, 2018-09-01 to 2020-08-31', () => {
    expect(korea(2018)).toMatchObject({
      '2018-05-07': '대체공휴일(어린이날)',
      '2018-09-24': '추석',
      '2018-09-26': '대체공휴일(추석)',
    });
    expect(korea(2019)).toMatchObject({ '2019-02-05': '설날', '2019-05-06': '대체공휴일(어린이날)' });
    expect(korea(2020)).toMatchObject({ '2020-08-17': '임시공휴일', '2020-10-01': '추석' });
  });

  it('are announced through 2027 and provisional after it', () => {
    expect(koreanHolidayYears).toEqual({
      gazette: { from: 2018, until: 2027 },
      provisional: { from: 2028, until: 2050 },
    });
    for (let year = 2018; year <= 2050; year += 1) {
      const holidays = holidaysOf(year, 'KR');
      expect(holidays.length, `${year}`).toBeGreaterThan(14);
      expect(holidays.every(({ provisional }) => provisional === year > 2027)).toBe(true);
      expect(holidays.every(({ day }) => day.startsWith(`${year}-`))).toBe(true);
      expect([...holidays].sort((one, other) => compareDays(one.day, other.day))).toEqual(holidays);
    }
  });

  it('are refused for a year nobody knows, and the refusal says which years are known', () => {
    expect(() => holidaysOf(2017, 'KR')).toThrow(
      new RangeError("Korea's holidays are known for 2018 to 2050, not for 2017"),
    );
    expect(() => holidaysOf(2051, 'KR')).toThrow('not for 2051');
  });

  it('do not exist for a forum that keeps no country', () => {
    expect(holidaysOf(1900, 'none')).toEqual([]);
  });
});

describe('provisional holidays', () => {
  // The law gained Labour Day and Constitution Day in 2026; before it the gazette lacks both and their substitutes.
  it('are those the gazette announced under the same law, but for elections', () => {
    expect(difference(byLaw(2026), announced(2026))).toEqual([]);
    expect(difference(announced(2026), byLaw(2026))).toEqual(['2026-06-03']);
    expect(byLaw(2027)).toEqual(announced(2027));
  });

  it('hold for earlier years, but for elections, one-off holidays and what the law did not have yet', () => {
    expect(difference(byLaw(2024), announced(2024))).toEqual(['2024-05-01', '2024-07-17']);
    expect(difference(announced(2024), byLaw(2024))).toEqual(['2024-04-10', '2024-10-01']);
    expect(difference(byLaw(2025), announced(2025))).toEqual(['2025-05-01', '2025-07-17']);
    expect(difference(announced(2025), byLaw(2025))).toEqual(['2025-01-27', '2025-06-03']);
  });

  it('make good a holiday that falls into Chuseok: 3 October 2028', () => {
    expect(korea(2028)).toMatchObject({
      '2028-10-02': '추석 전날',
      '2028-10-04': '추석 다음 날',
      '2028-10-05': '대체공휴일(개천절)',
    });
  });

  it('make good two lost days with two: 3 and 5 October 2036', () => {
    expect(korea(2036)).toMatchObject({
      '2036-10-06': '대체공휴일(개천절)',
      '2036-10-07': '대체공휴일(추석)',
    });
  });

  it('leave Memorial Day, New Year and the Saturday of a lunar feast as they fall', () => {
    expect(korea(2032)['2032-06-07']).toBeUndefined();
    expect(korea(2028)['2028-01-03']).toBeUndefined();
    expect(plainDate('2029-09-22').dayOfWeek).toBe(6);
    expect(korea(2029)).toMatchObject({ '2029-09-24': '대체공휴일(추석)' });
    expect(korea(2029)['2029-09-25']).toBeUndefined();
  });

  it('have substitutes only on days that would have been worked', () => {
    for (let year = 2028; year <= 2050; year += 1) {
      const substitutes = holidaysOf(year, 'KR').filter(({ name }) => name.startsWith('대체공휴일'));
      for (const { day } of substitutes) {
        expect(plainDate(day).dayOfWeek, day).toBeLessThan(6);
        expect(
          holidaysOf(year, 'KR').filter((holiday) => holiday.day === day),
          day,
        ).toHaveLength(1);
      }
    }
  });

  it("follow the moon of this machine's own calendar data", () => {
    const moon = new Intl.DateTimeFormat('en-u-ca-dangi', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    for (let year = 2028; year <= 2050; year += 1) {
      const { seollal, buddha, chuseok } = lunar(year);
      expect(
        [seollal, buddha, chuseok].map((day) => moon.format(new Date(day))),
        `${year}`,
      ).toEqual(['1/1', '4/8', '8/15']);
    }
  });
});
