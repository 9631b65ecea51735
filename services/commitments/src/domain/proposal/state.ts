export type Fate =
  | { readonly kind: 'received' }
  | { readonly kind: 'merged'; readonly intoProposalId: string }
  | { readonly kind: 'split' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'part-of'; readonly commitmentIds: readonly string[] };

export type Proposal = {
  readonly forumId: string;
  readonly proposalId: string;
  readonly cycleId: string;
  readonly contributorId: string;
  readonly contributorKind: 'person' | 'organisation';
  readonly titleDigest: string;
  readonly fate: Fate;
};
