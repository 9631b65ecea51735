import { setTimeout as pause } from 'node:timers/promises';

export type UntilOptions = {
  /** Milliseconds after which waiting is given up. */
  readonly within: number;
  /** What is awaited, for the message when it does not come. */
  readonly what: string;
  /** Milliseconds between two looks. */
  readonly every?: number | undefined;
};

/** Waits until the condition gives a truthy value and returns it; a throwing condition counts as "not yet". */
export const until = async <T>(
  condition: () => T | Promise<T>,
  { within, what, every = 20 }: UntilOptions,
): Promise<NonNullable<T>> => {
  const deadline = performance.now() + within;
  let last: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value as NonNullable<T>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() >= deadline) {
      const reason = last instanceof Error ? ` Last error: ${last.message}` : '';
      throw new Error(`Waited ${within} ms for ${what}, in vain.${reason}`, { cause: last });
    }
    await pause(every);
  }
};
