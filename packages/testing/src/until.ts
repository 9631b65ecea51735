import { until as wait } from '@madang/local';

/** Waits for a condition; says what did not come when it does not come within so many milliseconds. */
export const until = <T>(
  condition: () => T | Promise<T>,
  { within, what }: { readonly within: number; readonly what?: string },
): Promise<NonNullable<T>> => wait(condition, { within, what: what ?? condition.toString() });
