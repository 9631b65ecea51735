import { randomUUID } from 'node:crypto';
import type { Turns } from '../adapters/turns.ts';

/** Seconds after which another process goes on in the place of one that says nothing. */
const HOLDS = 15;
const BEAT = 5_000;

/** Keeps the turn of this process, once taken, for as long as it lives, however long a single sending takes. */
export const keepTurn = (rows: Turns, name: string, onFault: (fault: unknown) => void) => {
  const me = randomUUID();
  let isMine = false;
  const take = async (): Promise<boolean> => {
    isMine = await rows.takeTurn(name, me, HOLDS);
    return isMine;
  };
  const beat = setInterval(() => {
    if (isMine) take().catch(onFault);
  }, BEAT);
  return {
    take,
    stop: async (): Promise<void> => {
      clearInterval(beat);
      await rows.giveTurn(name, me).catch(onFault);
    },
  };
};
