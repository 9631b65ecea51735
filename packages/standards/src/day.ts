// Standards may import nothing but types, so the three sums it needs on days stand here; the calendar knows the rest.

/** A calendar day `YYYY-MM-DD`; the order of the text is the order of time. */
export type Day = string;

const dayLength = 86_400_000;
const written = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** Calendar days from `from` to `until`, negative when `until` is earlier. */
export const daysBetween = (from: Day, until: Day): number =>
  (Date.parse(until) - Date.parse(from)) / dayLength;

/** The day `days` later, or earlier when negative. */
export const addDays = (day: Day, days: number): Day => written(Date.parse(day) + days * dayLength);

/** The same day of the month `months` later; the month's last day where it is too short. */
export const addMonths = (day: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return written(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
};
