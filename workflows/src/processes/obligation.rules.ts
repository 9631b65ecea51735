import type { Owed } from '../activities/index.ts';

export type Step = Owed['ladder'][number];

/** The rung to climb next; nothing when the ladder is at its end. */
export const nextRung = ({ ladder }: Pick<Owed, 'ladder'>, lastRung: Owed['lastRung']): Step | undefined =>
  ladder[ladder.findIndex(({ rung }) => rung === lastRung) + 1];
