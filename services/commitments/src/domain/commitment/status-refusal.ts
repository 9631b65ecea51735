import { type Decision, refused } from '@madang/decider';
import type { Commitment } from './state.ts';

const REMEDY = {
  draft: 'Wait until the plan is approved and the commitment adopted.',
  adopted: 'Amend the adopted commitment with authority and reason.',
  withdrawn: 'A withdrawn commitment stays as it was; draft another.',
} as const;

/** The commitment is not in the state that this asks for: `commitment-already-adopted`, `-withdrawn`, or `commitment-not-adopted`. */
export const statusRefusal = ({ commitmentId, status }: Commitment): Decision =>
  status === 'draft'
    ? refused('commitment-not-adopted', REMEDY.draft, { commitmentId })
    : refused(`commitment-already-${status}`, REMEDY[status], { commitmentId });
