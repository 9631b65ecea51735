import {
  CommitmentAdopted,
  CommitmentAmended,
  CommitmentDrafted,
  CommitmentLinked,
  CommitmentRevised,
  CommitmentWithdrawn,
  type DataOf,
  ProgressReported,
} from '@madang/contracts';
import { copy } from '@madang/decider';

/** What drafting, revising and amending have in common. */
type Written = Pick<DataOf<typeof CommitmentDrafted>, 'commitmentId' | 'cycleId' | 'draft'>;
export type CommitmentWriter = {
  /** Writes a version; milestones it no longer has are kept out of force, with what was reported on them. */
  readonly putCommitment: (row: {
    readonly id: string;
    readonly cycleId: string;
    readonly number: number;
    readonly title: { readonly ko: string; readonly en: string };
    readonly leadInstitutionId: string;
    readonly milestones: readonly { readonly milestoneId: string; readonly dueOn: string }[];
  }) => Promise<void>;
  readonly setCommitments: (ids: readonly string[], state: 'adopted' | 'withdrawn') => Promise<void>;
  readonly linkCommitment: (id: string, nationalCommitmentId: string) => Promise<void>;
  readonly setCompletion: (commitmentId: string, milestoneId: string, completion: string) => Promise<void>;
};

const write = async (rows: CommitmentWriter, facts: readonly { readonly data: Written }[]): Promise<void> => {
  for (const { data } of facts)
    await rows.putCommitment({
      id: data.commitmentId,
      cycleId: data.cycleId,
      number: data.draft.number,
      title: data.draft.title,
      leadInstitutionId: data.draft.leadInstitutionId,
      milestones: data.draft.milestones.map(({ milestoneId, dueOn }) => ({ milestoneId, dueOn })),
    });
};
const idsOf = (facts: readonly { readonly data: { readonly commitmentId: string } }[]): readonly string[] =>
  facts.map(({ data }) => data.commitmentId);

/** Commitments by number and title, and how far their milestones are by their latest reports. */
export const commitmentCopies = [
  copy(CommitmentDrafted, write),
  copy(CommitmentRevised, write),
  copy(CommitmentAmended, write),
  copy(CommitmentAdopted, (rows: CommitmentWriter, facts) => rows.setCommitments(idsOf(facts), 'adopted')),
  copy(CommitmentWithdrawn, (rows: CommitmentWriter, facts) =>
    rows.setCommitments(idsOf(facts), 'withdrawn'),
  ),
  copy(CommitmentLinked, async (rows: CommitmentWriter, facts) => {
    for (const { data } of facts) await rows.linkCommitment(data.commitmentId, data.nationalCommitmentId);
  }),
  copy(ProgressReported, async (rows: CommitmentWriter, facts) => {
    for (const { data } of facts)
      await rows.setCompletion(data.commitmentId, data.milestoneId, data.completion);
  }),
];
