import type { Narrate } from '../engines/engine.ts';

/** Starts again what died unasked, later each time, and gives up when it dies too often. */
export type Restarter = {
  readonly died: (how: string) => void;
  /** From now on nothing is started again. */
  readonly rest: () => Promise<void>;
};

const firstPause = 500;
const longestPause = 30_000;
const mostDeaths = 8;
const calm = 60_000;

/** Watches over one process or engine. */
export const restarter = (name: string, start: () => Promise<void>, narrate: Narrate): Restarter => {
  let deaths = 0;
  let lastStart = 0;
  let timer: NodeJS.Timeout | undefined;
  let starting: Promise<void> | undefined;
  let resting = false;

  const died = (how: string): void => {
    if (resting) return;
    if (Date.now() - lastStart > calm) deaths = 0;
    deaths += 1;
    if (deaths > mostDeaths) {
      narrate(`${name} ${how}. It has died ${mostDeaths} times in a row and is not started again.`);
      return;
    }
    const pause = Math.min(firstPause * 2 ** (deaths - 1), longestPause);
    narrate(`${name} ${how}, unasked; starting it again in ${pause / 1000} s (${deaths} of ${mostDeaths}).`);
    timer = setTimeout(() => {
      lastStart = Date.now();
      starting = start().then(
        () => narrate(`${name} runs again.`),
        (error: unknown) => died(`failed: ${error instanceof Error ? error.message : String(error)}`),
      );
    }, pause);
  };

  const rest = async (): Promise<void> => {
    resting = true;
    clearTimeout(timer);
    await starting;
  };
  return { died, rest };
};
