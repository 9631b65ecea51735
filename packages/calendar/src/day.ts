import { Temporal } from 'temporal-polyfill';

/** A calendar day of the years 1 to 9999 as `YYYY-MM-DD`. It has no zone: whoever holds it knows which one is meant. */
export type Day = string;

const form = /^\d{4}-\d{2}-\d{2}$/;

/** @throws RangeError when `day` is not an existing day written `YYYY-MM-DD` */
export const plainDate = (day: Day): Temporal.PlainDate => {
  if (!form.test(day)) throw new RangeError(`not a day (YYYY-MM-DD): ${day}`);
  return Temporal.PlainDate.from(day);
};

const written = (date: Temporal.PlainDate): Day => {
  if (date.year < 1 || date.year > 9999)
    throw new RangeError(`outside the years 1 to 9999: ${date.toString()}`);
  return date.toString();
};

/**
 * The day `days` calendar days later, or earlier when negative.
 * @throws RangeError when the day does not exist or the result leaves the years 1 to 9999
 */
export const addDays = (day: Day, days: number): Day => written(plainDate(day).add({ days }));

/**
 * The same day of the month `months` months later, or earlier when negative. Where that month is too short it is the
 * month's last day: 31 August and six months is 28 or 29 February. Adding in two steps may therefore differ from one.
 * @throws RangeError when the day does not exist or the result leaves the years 1 to 9999
 */
export const addMonths = (day: Day, months: number): Day =>
  written(plainDate(day).add({ months }, { overflow: 'constrain' }));

/** Calendar days from `from` to `until`: 0 for the same day, 1 for the next, negative when `until` is earlier. */
export const daysBetween = (from: Day, until: Day): number =>
  plainDate(from).until(plainDate(until), { largestUnit: 'days' }).days;

/** -1, 0 or 1 as `one` is before, equal to or after `other`; the order for `sort`. */
export const compareDays = (one: Day, other: Day): -1 | 0 | 1 =>
  Temporal.PlainDate.compare(plainDate(one), plainDate(other)) as -1 | 0 | 1;
