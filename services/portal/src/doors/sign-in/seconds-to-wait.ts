import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { LimiterOf } from '../../queries/limiter.ts';

/** What one process counts for itself. */
export const countedHere: LimiterOf = (keyPrefix, points) =>
  new RateLimiterMemory({ keyPrefix, points, duration: 60 });

/**
 * Counts once more. Gives the seconds to wait for whoever did it too often; nothing for all others.
 * @throws when it cannot be counted
 */
export const secondsToWait = async (
  limiter: ReturnType<LimiterOf>,
  whose: string,
): Promise<number | undefined> => {
  try {
    await limiter.consume(whose);
    return undefined;
  } catch (over) {
    if (over instanceof RateLimiterRes) return Math.max(1, Math.ceil(over.msBeforeNext / 1000));
    throw over;
  }
};
