import type { CommitmentDrafted, DataOf } from '@madang/contracts';

export type CommitmentDraft = DataOf<typeof CommitmentDrafted>['draft'];

export type Commitment = {
  readonly forumId: string;
  readonly commitmentId: string;
  readonly cycleId: string;
  readonly status: 'draft' | 'adopted' | 'withdrawn';
  readonly version: number;
  readonly number: number;
  readonly leadInstitutionId: string;
  readonly milestones: readonly {
    readonly milestoneId: string;
    readonly dueOn: string;
    readonly leadInstitutionId: string;
  }[];
  readonly evidenceIds: readonly string[];
  readonly nationalCommitmentId: string | null;
};
