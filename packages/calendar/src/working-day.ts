import { addDays, type Day, plainDate } from './day.ts';
import type { Country } from './holiday.ts';
import { holidaysOf } from './holidays-of.ts';

const remembered = new Map<string, ReadonlySet<Day>>();

const holidaySet = (year: number, country: Country): ReadonlySet<Day> => {
  const key = `${country} ${year}`;
  const days = remembered.get(key) ?? new Set(holidaysOf(year, country).map((holiday) => holiday.day));
  remembered.set(key, days);
  return days;
};

/**
 * Whether public offices work on a day: neither Saturday nor Sunday, nor a public holiday of the country.
 * @throws RangeError for a year whose holidays are not known (`koreanHolidayYears`)
 */
export const isWorkingDay = (day: Day, country: Country): boolean => {
  const date = plainDate(day);
  return !holidaySet(date.year, country).has(day) && date.dayOfWeek < 6;
};

/**
 * The `days`-th working day after a day, or before it when negative. The day itself does not count (민법 157조, the first
 * day is left out); 0 gives it back even when nobody works.
 * @throws RangeError when `days` is not a whole number, or for a year whose holidays are not known
 */
export const addWorkingDays = (day: Day, days: number, country: Country): Day => {
  if (!Number.isInteger(days)) throw new RangeError(`not a whole number of working days: ${days}`);
  let reached = day;
  for (let left = Math.abs(days); left > 0; ) {
    reached = addDays(reached, Math.sign(days));
    if (isWorkingDay(reached, country)) left -= 1;
  }
  return reached;
};

/**
 * The day itself when it is a working day, else the first one after it: where a period ends that would end on a free day
 * (민법 161조). For the working day strictly after, see {@link addWorkingDays}.
 * @throws RangeError for a year whose holidays are not known
 */
export const nextWorkingDay = (day: Day, country: Country): Day =>
  isWorkingDay(day, country) ? day : addWorkingDays(day, 1, country);

/**
 * The day itself when it is a working day, else the last one before it.
 * @throws RangeError for a year whose holidays are not known
 */
export const previousWorkingDay = (day: Day, country: Country): Day =>
  isWorkingDay(day, country) ? day : addWorkingDays(day, -1, country);
