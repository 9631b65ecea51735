import { type Decision, refused } from '@madang/decider';
import type { Contribution } from './state.ts';

/** `contribution-already-answered`, `-waived` or `-set-aside`. */
export const statusRefusal = ({ contributionId, status }: Contribution): Decision =>
  refused(
    `contribution-already-${status}`,
    'See what became of the contribution; restore it first when it was set aside.',
    { contributionId },
  );
