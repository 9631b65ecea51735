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

/** Nobody writes as many versions: what asks for a later one asks for what is not there. */
export const isVersion = (version: number): boolean => version <= 100_000;

export const commitment = responds(
  CommitmentText,
  async (rows: CommitmentTextRows, { commitmentId, version }) => {
    if (version !== undefined && !isVersion(version)) return undefined;
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
