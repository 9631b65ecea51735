import type { Country, Holiday } from './holiday.ts';
import { gazetteYears, koreanGazette } from './korean-gazette.ts';
import { koreanLunarDays, lunarYears } from './korean-lunar-days.ts';
import { koreanProvisionalHolidays } from './korean-provisional-holidays.ts';

/** Years whose holidays are known for Korea: announced by the gazette, and beyond it provisional. */
export const koreanHolidayYears = { gazette: gazetteYears, provisional: lunarYears } as const;

const koreanHolidays = (year: number): readonly Holiday[] => {
  const announced = koreanGazette(year);
  if (announced !== null) return announced;
  const lunar = koreanLunarDays(year);
  if (lunar !== null) return koreanProvisionalHolidays(year, lunar);
  throw new RangeError(
    `Korea's holidays are known for ${gazetteYears.from} to ${lunarYears.until}, not for ${year}`,
  );
};

/**
 * Public holidays of a year in the order of their days, substitute days included; two on one day are two entries.
 * `none` has no holidays.
 * @throws RangeError for a year outside {@link koreanHolidayYears} when the country is Korea
 */
export const holidaysOf = (year: number, country: Country): readonly Holiday[] =>
  country === 'none' ? [] : koreanHolidays(year);
