const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds after each try that failed; the one after the last is the end: about 28 hours in all. */
export const PAUSES: readonly number[] = [
  ...[5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR],
];

/** What an answer means: 2xx took it, 410 wants no more, all else (also a redirect, also silence) is tried again until the last try. */
export const callOutcome = (
  answered: number | undefined,
  attempt: number,
  pauses: readonly number[],
): 'accepted' | 'failed' | 'given-up' | 'gone' => {
  if (answered !== undefined && answered >= 200 && answered < 300) return 'accepted';
  if (answered === 410) return 'gone';
  return attempt > pauses.length ? 'given-up' : 'failed';
};

/** Whether the next try has its turn. Both instants are the wall's. */
export const isCallDue = (
  { attempts, triedAt }: { readonly attempts: number; readonly triedAt: string | null },
  now: string,
  pauses: readonly number[],
): boolean => triedAt === null || Date.parse(now) >= Date.parse(triedAt) + (pauses[attempts - 1] ?? 0);
