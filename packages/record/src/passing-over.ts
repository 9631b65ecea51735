import type { ServiceName } from '@madang/contracts';
import { passOver } from './position.ts';
import type { RecordContext } from './types.ts';

export type PassingOver = {
  /** Everything up to here was taken, or means nothing here. */
  readonly upTo: (sequence: number) => void;
  /** Writes down what was not yet. */
  readonly stop: () => Promise<void>;
};

/** Milliseconds in which positions gather: most facts of others mean nothing to a listener, and each move waits for the disk. */
const GATHER = 20;

/** Moves the position row past facts without effect, now and then. A move that is lost only means that they are read again. */
export const passingOver = (
  { database, service }: RecordContext,
  source: ServiceName,
  onFault: (fault: unknown) => void,
): PassingOver => {
  let to = 0;
  let timer: NodeJS.Timeout | undefined;
  let moving: Promise<void> = Promise.resolve();
  const write = (): void => {
    timer = undefined;
    moving = moving
      .then(() => passOver(database, service.name, source, to))
      .catch((fault: unknown) => {
        onFault(fault);
        timer ??= setTimeout(write, 1_000);
      });
  };
  return {
    upTo: (sequence) => {
      to = Math.max(to, sequence);
      timer ??= setTimeout(write, GATHER);
    },
    stop: async () => {
      if (timer) {
        clearTimeout(timer);
        write();
      }
      await moving;
      clearTimeout(timer);
    },
  };
};
