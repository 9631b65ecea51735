import type { TextRef } from '@madang/contracts';

export type ContributionStatus = 'accepted' | 'set-aside' | 'answered' | 'waived';

export type Contribution = {
  readonly forumId: string;
  readonly contributionId: string;
  readonly consultationId: string;
  readonly commitmentId: string;
  readonly contributorId: string;
  readonly text: Pick<TextRef, 'textId' | 'visibility' | 'digest'>;
  readonly status: ContributionStatus;
  readonly responseId: string | null;
};
