import type { Day } from './day.ts';

/** Whose public holidays count. `none`: no holidays are known, and only Saturdays and Sundays are free. */
export type Country = 'KR' | 'none';

/**
 * A public holiday with its official name in the country's language. `provisional` while no gazette has announced the
 * year: the day follows from the law, but elections and one-off holidays are missing.
 */
export type Holiday = { readonly day: Day; readonly name: string; readonly provisional: boolean };
