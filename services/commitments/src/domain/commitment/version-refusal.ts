import { type Decision, refused } from '@madang/decider';
import type { Commitment } from './state.ts';

/** Somebody else wrote a version since the one that was written on. */
export const versionRefusal = (
  { commitmentId, version }: Commitment,
  onVersion: number | undefined,
): Decision | undefined =>
  onVersion === undefined || onVersion === version
    ? undefined
    : refused('commitment-revised-meanwhile', 'Look at the latest version, and write yours on top of it.', {
        commitmentId,
        version,
      });
