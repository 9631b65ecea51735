import type { RulePack } from './rule-pack.ts';

/** Whether a plan keeps to the advised number of commitments. Advice only: most plans exceed it, so warn and never refuse. */
export const adviseCommitments = (pack: RulePack, commitments: number): 'within-advice' | 'above-advice' =>
  commitments > pack.commitmentsAdvised ? 'above-advice' : 'within-advice';
