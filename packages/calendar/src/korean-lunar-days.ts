import type { Day } from './day.ts';

/** The days of one year that follow the moon: Seollal (1/1), Buddha's birthday (4/8) and Chuseok (8/15). */
export type LunarDays = { readonly seollal: Day; readonly buddha: Day; readonly chuseok: Day };

/** First and last year of the table below. */
export const lunarYears = { from: 2028, until: 2050 } as const;

// A table and not a computation, so that a deadline never depends on the calendar data of the machine that computes it.
// Computed once with ICU's dangi calendar and, independently, with the astronomical library date-chinese. They differ
// only in Chuseok 2033, where the second misplaces the leap month.
const rows: readonly (readonly [seollal: Day, buddha: Day, chuseok: Day])[] = [
  ['2028-01-27', '2028-05-02', '2028-10-03'],
  ['2029-02-13', '2029-05-20', '2029-09-22'],
  ['2030-02-03', '2030-05-09', '2030-09-12'],
  ['2031-01-23', '2031-05-28', '2031-10-01'],
  ['2032-02-11', '2032-05-16', '2032-09-19'],
  ['2033-01-31', '2033-05-06', '2033-09-08'],
  ['2034-02-19', '2034-05-25', '2034-09-27'],
  ['2035-02-08', '2035-05-15', '2035-09-16'],
  ['2036-01-28', '2036-05-03', '2036-10-04'],
  ['2037-02-15', '2037-05-22', '2037-09-24'],
  ['2038-02-04', '2038-05-11', '2038-09-13'],
  ['2039-01-24', '2039-04-30', '2039-10-02'],
  ['2040-02-12', '2040-05-18', '2040-09-21'],
  ['2041-02-01', '2041-05-07', '2041-09-10'],
  ['2042-01-22', '2042-05-26', '2042-09-28'],
  ['2043-02-10', '2043-05-16', '2043-09-17'],
  ['2044-01-30', '2044-05-05', '2044-10-05'],
  ['2045-02-17', '2045-05-24', '2045-09-25'],
  ['2046-02-06', '2046-05-13', '2046-09-15'],
  ['2047-01-26', '2047-05-02', '2047-10-04'],
  ['2048-02-14', '2048-05-20', '2048-09-22'],
  ['2049-02-02', '2049-05-09', '2049-09-11'],
  ['2050-01-23', '2050-05-28', '2050-09-30'],
];

/** The lunar days of a year in the table; null outside it. */
export const koreanLunarDays = (year: number): LunarDays | null => {
  const row = rows[year - lunarYears.from];
  return row === undefined ? null : { seollal: row[0], buddha: row[1], chuseok: row[2] };
};
