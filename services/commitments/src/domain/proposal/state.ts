import type { TextRef } from '@madang/contracts';

export type Fate =
  | { readonly kind: 'received' }
  | { readonly kind: 'merged'; readonly intoProposalId: string }
  | { readonly kind: 'split' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'set-aside' }
  | { readonly kind: 'part-of'; readonly commitmentIds: readonly string[] };

export type Proposal = {
  readonly forumId: string;
  readonly proposalId: string;
  readonly cycleId: string;
  readonly contributorId: string;
  readonly contributorKind: 'person' | 'organisation';
  readonly titleDigest: string;
  /** Its title, and what else it says. */
  readonly texts: readonly Pick<TextRef, 'textId' | 'visibility'>[];
  readonly theme?: string | undefined;
  /** Who set it aside last, and what became of the appeal against it. */
  readonly setAsideBy?: string | undefined;
  readonly appeal?: 'open' | 'upheld' | 'restored';
  readonly fate: Fate;
};
