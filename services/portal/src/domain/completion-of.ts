import type { Completion } from '@madang/contracts';

/**
 * Completion of a commitment from its milestones' latest reports (`null` where none was made), by the rule of the
 * commitments service: complete when all are; substantial when at least half are substantial or complete; not started
 * when nothing was; else limited.
 */
export const completionOf = (milestones: readonly (Completion | null)[]): Completion => {
  const known = milestones.filter((one) => one !== null && one !== 'no-evidence-available');
  if (known.length === 0) return 'no-evidence-available';
  if (milestones.every((one) => one === 'complete')) return 'complete';
  if (known.every((one) => one === 'not-started')) return 'not-started';
  const far = known.filter((one) => one === 'substantial' || one === 'complete').length;
  return far * 2 >= milestones.length ? 'substantial' : 'limited';
};
