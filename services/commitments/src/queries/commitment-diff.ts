import { CommitmentDiff } from '@madang/contracts';
import { responds } from '@madang/decider';
import { changesBetween } from '../domain/commitment/changes-between.ts';
import { type CommitmentTextRows, isVersion } from './commitment.ts';

export const commitmentDiff = responds(
  CommitmentDiff,
  async (rows: CommitmentTextRows, { commitmentId, from, to }) => {
    if (!isVersion(from) || !isVersion(to)) return undefined;
    const before = await rows.commitmentAt(commitmentId, from);
    const after = await rows.commitmentAt(commitmentId, to);
    return before && after
      ? { commitmentId, changes: [...changesBetween(before.draft, after.draft)] }
      : undefined;
  },
);
