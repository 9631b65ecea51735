import { type Actor, CycleStanding } from '@madang/contracts';
import type { Asker } from '@madang/messaging';
import { breaksOf, type StageDays } from '../../../queries/timetable.ts';
import type { CycleGround } from './grounds.ts';

/** What dates break in a cycle, under the rules it was opened under as its owner knows them. */
export const breaksIn = async (
  asker: Asker,
  actor: Actor,
  { cycleId, page }: CycleGround,
  stages: readonly StageDays[],
) => {
  const answer = await asker.query({ type: CycleStanding.type, actor, after: {}, body: { cycleId } }, 4_500);
  const standing = answer.status === 200 ? CycleStanding.result.parse(answer.result) : undefined;
  return breaksOf({
    ...{ stages, today: page.today, planEndsOn: page.cycle.endsOn },
    hasBegun: page.cycle.stage !== 'timetable',
    publishedOn: standing?.publishedOn ?? null,
    country: standing?.country ?? 'none',
    rulePack: standing?.rulePack ?? 'ogp-2022',
  });
};
