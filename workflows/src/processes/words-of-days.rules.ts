const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' };

/** An instant as people of a zone read it: `Sun, 15 July 2018 at 23:59 (Asia/Seoul)`. For eyes alone; nothing is decided by it. */
export const instantInWords = (instant: string, zone: string): string => {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  return `${new Intl.DateTimeFormat('en-GB', { ...day, timeZone: zone }).format(at)} at ${clock.format(at)} (${zone})`;
};

/** A day of a calendar in words: `Mon, 16 July 2018`. */
export const dayInWords = (on: string): string => {
  const at = Date.parse(`${on}T00:00:00Z`);
  return Number.isNaN(at) ? on : new Intl.DateTimeFormat('en-GB', { ...day, timeZone: 'UTC' }).format(at);
};

const RUNGS: Readonly<Record<string, string>> = {
  due: 'says that it is due today',
  overdue: 'says that it is overdue',
  'escalate-1': 'tells the director of the institution',
  'escalate-2': 'tells the head of the institution',
  silent: 'states in public that there was no answer',
};

/** What happens on a rung of an obligation's ladder. */
export const rungInWords = (rung: string): string => {
  const days = /^due-(\d+)d$/.exec(rung)?.[1];
  if (days === undefined) return RUNGS[rung] ?? `climbs to ${rung}`;
  return `reminds ${days} day${days === '1' ? '' : 's'} before it is due`;
};
