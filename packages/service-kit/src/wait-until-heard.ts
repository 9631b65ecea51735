import type { After, Answer, ServiceName } from '@madang/contracts';
import { notAnswering } from '@madang/messaging';

/** How far the service is, and a way to be woken when it moves. */
export type Hearing = {
  readonly at: (source: ServiceName) => number | undefined;
  readonly onMove: (callback: () => void) => () => void;
  /** Reads the positions anew: another instance may have moved them. */
  readonly refresh: () => Promise<void>;
};

const PATIENCE = 2_000;

/** Waits up to 2 s until the service has heard as far as `after` says. @returns a 503 answer when it has not */
export const waitUntilHeard = async (
  hearing: Hearing,
  after: After | undefined,
): Promise<Answer | undefined> => {
  const behind = (): ServiceName | undefined =>
    (Object.entries(after ?? {}) as [ServiceName, number][]).find(
      ([source, sequence]) => (hearing.at(source) ?? Number.POSITIVE_INFINITY) < sequence,
    )?.[0];
  if (!behind()) return undefined;
  await hearing.refresh();
  const end = Date.now() + PATIENCE;
  while (behind()) {
    const left = end - Date.now();
    if (left <= 0) return notAnswering('not-yet', { source: behind() ?? '' }, 1);
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const stop = hearing.onMove(done);
      const timer = setTimeout(done, Math.min(left, 250));
    });
    await hearing.refresh();
  }
  return undefined;
};
