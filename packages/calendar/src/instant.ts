import { Temporal } from 'temporal-polyfill';
import { type Day, plainDate } from './day.ts';

/** An instant in UTC with milliseconds, `2026-11-23T12:00:00.000Z`. Equal instants are equal text, and text order is time order. */
export type Instant = string;

/** An IANA time zone, `Asia/Seoul`. */
export type Zone = string;

const written = (instant: Temporal.Instant): Instant => instant.toString({ fractionalSecondDigits: 3 });

/**
 * The first or last millisecond of a day in a zone. The first is 00:00, or the first moment of the day where a clock
 * change skips midnight; the last is the millisecond before the next day's first, so that days of 23 and 25 hours are whole.
 * @throws RangeError when the day does not exist or the zone is unknown
 */
export const instantOfDay = (day: Day, edge: 'start' | 'end', zone: Zone): Instant => {
  const date = plainDate(day);
  const first = (edge === 'start' ? date : date.add({ days: 1 })).toZonedDateTime(zone).toInstant();
  return written(edge === 'start' ? first : first.subtract({ milliseconds: 1 }));
};

/**
 * The day that the calendar on the wall shows in a zone at an instant.
 * @throws RangeError when the instant or the zone cannot be read
 */
export const dayOf = (instant: Instant, zone: Zone): Day =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/**
 * The instant at which the clock on the wall of a zone shows a local time, `2026-11-23T14:00`; at a clock change the later
 * reading where it is skipped, the earlier where it comes twice.
 * @throws RangeError when the time or the zone cannot be read
 */
export const instantOfTime = (local: string, zone: Zone): Instant =>
  written(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant());
