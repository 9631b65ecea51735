import type { Completion } from '@madang/contracts';

/**
 * Completion of a commitment from its milestones' latest reports (`undefined` where none was made): complete when all
 * are; substantial when at least half are substantial or complete; not started when nothing was; else limited.
 */
export const completionOf = (milestones: readonly (Completion | undefined)[]): Completion => {
  const known = milestones.filter((one) => one !== undefined && one !== 'no-evidence-available');
  if (known.length === 0) return 'no-evidence-available';
  if (milestones.every((one) => one === 'complete')) return 'complete';
  if (known.every((one) => one === 'not-started')) return 'not-started';
  const far = known.filter((one) => one === 'substantial' || one === 'complete').length;
  return far * 2 >= milestones.length ? 'substantial' : 'limited';
};
