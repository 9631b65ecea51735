import { type Day, dayOf, daysBetween, type Instant, type Zone } from '@madang/calendar';

export type DigestChoice = 'at-once' | 'daily' | 'weekly' | 'none';

/** A Monday, from which weeks are counted. */
const MONDAY: Day = '1970-01-05';
const weekOf = (day: Day): number => Math.floor(daysBetween(MONDAY, day) / 7);

/**
 * Whether what was told at an instant goes out by mail now: a daily digest on the next day of the forum, a weekly one in
 * its next week, which begins on Monday. Both instants are of the forum's clock, so a stepped forum waits for no wall.
 */
export const isMailDue = (choice: DigestChoice, raisedAt: Instant, now: Instant, zone: Zone): boolean => {
  if (choice === 'at-once') return true;
  if (choice === 'none') return false;
  const [raised, today] = [dayOf(raisedAt, zone), dayOf(now, zone)];
  return choice === 'daily' ? today > raised : weekOf(today) > weekOf(raised);
};
