import type { Outcome, Visibility } from '@madang/contracts';

export type Response = {
  readonly forumId: string;
  readonly responseId: string;
  readonly consultationId: string;
  readonly contributionIds: readonly string[];
  readonly outcome: Outcome;
  readonly reason: { readonly textId: string; readonly visibility: Visibility };
  /** The institution whose official drafted it; null when the secretariat did. */
  readonly draftedBy: string | null;
  readonly status: 'drafted' | 'published';
};
