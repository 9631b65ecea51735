const DAY = 24 * 3_600_000;
const GOOD_FOR = { verify: 7 * DAY, notice: 90 * DAY } as const;

/** Until when a link opens something, counted from the notice, so that a link made again is the same. */
export const untilOf = (raisedAt: string, purpose: keyof typeof GOOD_FOR): string =>
  new Date(Date.parse(raisedAt) + GOOD_FOR[purpose]).toISOString();
