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
  /** Who set it aside last, and what became of the appeal against it. */
  readonly setAsideBy?: string | undefined;
  readonly appeal?: 'open' | 'upheld' | 'restored';
};
