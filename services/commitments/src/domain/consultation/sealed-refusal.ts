import { type Decision, refused } from '@madang/decider';
import type { Consultation } from './state.ts';

/** What was counted when a consultation was sealed does not change any more. OGP 4.1 */
export const sealedRefusal = ({ consultationId, status }: Consultation): Decision | undefined =>
  status === 'sealed'
    ? refused('consultation-already-sealed', 'Correct or withdraw a published answer; its coverage stands.', {
        consultationId,
      })
    : undefined;
