/**
 * Counts how often somebody does one thing within a minute. `consume` throws the library's answer, with the time to wait, for
 * whoever did it too often, and an error when it cannot be counted.
 */
export type LimiterOf = (
  what: string,
  perMinute: number,
) => { readonly consume: (whose: string) => Promise<unknown> };
