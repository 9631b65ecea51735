import { type Decision, refused } from '@madang/decider';
import type { Proposal } from './state.ts';

/** A proposal has one fate: `proposal-already-merged`, `-split`, `-declined` or `-part-of`. */
export const fateRefusal = ({ proposalId, fate }: Proposal): Decision =>
  refused(
    `proposal-already-${fate.kind}`,
    'See what became of the proposal; only one that is still open can be treated.',
    { proposalId },
  );
