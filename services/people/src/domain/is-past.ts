import { dayOf } from '@madang/calendar';

/** Whether a day is behind an instant in a zone; never without a day. */
export const isPast = (day: string | null, now: string, zone: string): boolean =>
  day !== null && day < dayOf(now, zone);
