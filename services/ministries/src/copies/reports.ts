import {
  CommitmentAdopted,
  CommitmentAmended,
  CommitmentDrafted,
  CommitmentRevised,
  CommitmentWithdrawn,
  type DataOf,
  ProgressReported,
} from '@madang/contracts';
import { copy } from '@madang/decider';

type Written = Pick<DataOf<typeof CommitmentDrafted>, 'cycleId' | 'commitmentId' | 'draft'>;
type About = { readonly data: { readonly commitmentId: string } };

export type ReportWriter = {
  /** Writes which milestones a commitment has now, and who leads each. */
  readonly putMilestones: (written: Written) => Promise<void>;
  readonly adoptCommitments: (ids: readonly string[]) => Promise<void>;
  readonly dropCommitments: (ids: readonly string[]) => Promise<void>;
  /** The first report on a milestone in a window stays. */
  readonly addReports: (
    rows: readonly { readonly windowId: string; readonly milestoneId: string; readonly sequence: number }[],
  ) => Promise<void>;
};

const write = async (rows: ReportWriter, facts: readonly { readonly data: Written }[]): Promise<void> => {
  for (const { data } of facts) await rows.putMilestones(data);
};
const idsOf = (facts: readonly About[]): readonly string[] => facts.map(({ data }) => data.commitmentId);

/** What ministries keep of commitments: which milestones are to be reported on, by whom, and which were in which window. */
export const reportCopies = [
  copy(CommitmentDrafted, write),
  copy(CommitmentRevised, write),
  copy(CommitmentAmended, write),
  copy(CommitmentAdopted, (rows: ReportWriter, facts) => rows.adoptCommitments(idsOf(facts))),
  copy(CommitmentWithdrawn, (rows: ReportWriter, facts) => rows.dropCommitments(idsOf(facts))),
  copy(ProgressReported, (rows: ReportWriter, facts) =>
    rows.addReports(
      facts.map(({ sequence, data: { windowId, milestoneId } }) => ({ windowId, milestoneId, sequence })),
    ),
  ),
];
