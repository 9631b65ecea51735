const SHOWN_FROM = 5;

/** Counts below five are hidden: few answers lead to a person. */
export const shown = (count: number): number | null => (count < SHOWN_FROM ? null : count);
