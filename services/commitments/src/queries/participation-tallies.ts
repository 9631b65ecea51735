import { ParticipationTallies } from '@madang/contracts';
import { responds } from '@madang/decider';
import { shown } from '../domain/participation/shown.ts';
import type { CycleRows } from './cycle-commitments.ts';

export type TallyRows = {
  readonly talliesOf: (
    cycleId: string,
  ) => Promise<readonly { readonly question: string; readonly answer: string; readonly count: number }[]>;
};

export const participationTallies = responds(
  ParticipationTallies,
  async (rows: TallyRows & Pick<CycleRows, 'knowsCycle'>, { cycleId }) => {
    if (!(await rows.knowsCycle(cycleId))) return undefined;
    const tallies = await rows.talliesOf(cycleId);
    return {
      tallies: tallies.map(({ question, answer, count }) => ({ question, answer, count: shown(count) })),
    };
  },
);
