import { CycleCommitments } from '@madang/contracts';
import type { CommitmentOrder } from '../scenario/scenario.ts';
import { type Rehearsal, written } from './rehearsal.ts';

export const commitmentIdOf = ({ ids }: Rehearsal, number: number): string => ids.of(`commitment/${number}`);
export const milestoneIdOf = ({ ids }: Rehearsal, number: number, at: number): string =>
  ids.of(`milestone/${number}/${at + 1}`);

/** What the processes have opened for the cycle. */
export const cycleMatters = (r: Rehearsal) =>
  r.portal.query(r.cast.operator, CycleCommitments, { cycleId: r.cycleId });

/** A commitment in the template of OGP, as its lead institution hands it in. */
export const templateOf = (
  r: Rehearsal,
  {
    number,
    title,
    lead,
    supporters,
    values,
    sdgTargets,
    problem,
    solution,
    results,
    milestones,
  }: CommitmentOrder,
  revised = '',
) => ({
  number,
  title,
  periodFrom: r.scenario.cycle.startsOn,
  periodUntil: r.scenario.cycle.endsOn,
  leadInstitutionId: r.ids.of(`institution/${lead}`),
  supporters,
  values,
  sdgTargets,
  problem: written(problem.ko),
  solution: written(solution.ko + revised),
  results: written(results.ko),
  milestones: milestones.map(({ name, dueOn }, at) => ({
    milestoneId: milestoneIdOf(r, number, at),
    name,
    dueOn,
    leadInstitutionId: r.ids.of(`institution/${lead}`),
  })),
});
