import { setTimeout as pause } from 'node:timers/promises';

/** Work that is done now and then, and soon after a nudge. */
export type Every = { readonly nudge: () => void; readonly stop: () => Promise<void> };

/** Milliseconds in which nudges gather, so that what they are about is dealt with together. */
const GATHER = 100;

/** Does some work every so many milliseconds, or a little after it is nudged; a fault is told and tried again next time. */
export const every = (
  milliseconds: number,
  work: () => Promise<unknown>,
  onFault: (fault: unknown) => void,
): Every => {
  let running = true;
  let asked = false;
  let wake = (): void => {};
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const finished = (async () => {
    while (running) {
      asked = false;
      await work().catch(onFault);
      if (running && !asked) await rest();
      if (running) await pause(GATHER);
    }
  })();
  return {
    nudge: () => {
      asked = true;
      wake();
    },
    stop: async () => {
      running = false;
      wake();
      await finished;
    },
  };
};
