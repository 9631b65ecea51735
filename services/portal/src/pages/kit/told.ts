import type { Lang, Say } from '../messages/say.ts';

/** What every page needs to know: its language, how messages are said, and the zone in which days are days. */
export type Told = { readonly lang: Lang; readonly say: Say; readonly zone: string };

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (lang: Lang, zone: string, withTime: boolean): Intl.DateTimeFormat => {
  const name = `${lang} ${zone} ${withTime}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(lang === 'ko' ? 'ko-KR' : 'en-GB', {
    dateStyle: lang === 'ko' ? 'long' : 'medium',
    ...(withTime ? { timeStyle: 'short' as const } : {}),
    timeZone: zone,
  });
  formats.set(name, made);
  return made;
};

/** A day (`YYYY-MM-DD`, already in the forum's zone) or an instant, as its day in the forum's zone. */
export const dayIn = ({ lang, zone }: Told, when: string): string =>
  when.length === 10
    ? formatOf(lang, 'UTC', false).format(new Date(`${when}T00:00:00Z`))
    : formatOf(lang, zone, false).format(new Date(when));

/** An instant with its time of day in the forum's zone. */
export const timeIn = ({ lang, zone }: Told, instant: string): string =>
  formatOf(lang, zone, true).format(new Date(instant));

/** The last day that lies wholly before an instant: closing instants are the first of the next day. */
export const lastDayIn = (told: Told, closesAt: string): string =>
  dayIn(told, new Date(Date.parse(closesAt) - 1).toISOString());
