import { CommitmentText, type ResultOf } from '@madang/contracts';
import { responds } from '@madang/decider';

type Result = ResultOf<typeof CommitmentText>;

export type CommitmentTextRows = {
  readonly commitmentAt: (
    commitmentId: string,
    version: number | undefined,
  ) => Promise<Omit<Result, 'versions' | 'fromProposals' | 'reports'> | undefined>;
  readonly versionsOf: (commitmentId: string) => Promise<Result['versions']>;
  readonly proposalsOf: (commitmentId: string) => Promise<Result['fromProposals']>;
  readonly reportsOf: (commitmentId: string) => Promise<Result['reports']>;
};

export const commitment = responds(
  CommitmentText,
  async (rows: CommitmentTextRows, { commitmentId, version }) => {
    const found = await rows.commitmentAt(commitmentId, version);
    if (!found) return undefined;
    return {
      ...found,
      versions: await rows.versionsOf(commitmentId),
      fromProposals: await rows.proposalsOf(commitmentId),
      reports: await rows.reportsOf(commitmentId),
    };
  },
);
