import type { StagedContribution, StagedProposal } from '@madang/contracts';

/** An import, before it is decided upon and after. */
export type Import = {
  readonly forumId: string;
  readonly importId: string;
  readonly importKind: 'contributions' | 'proposals';
  /** The consultation or the call it is for. */
  readonly ofId: string;
  readonly status: 'staged' | 'committed' | 'discarded';
  /** Ids of its parts, and how many rows they have together. */
  readonly chunkIds: readonly string[];
  readonly rows: number;
};
/** A part of an import with its rows, as they will be accepted. */
export type ImportChunk = {
  readonly forumId: string;
  readonly importId: string;
  readonly chunkId: string;
  readonly contributions: readonly (typeof StagedContribution._output)[];
  readonly proposals: readonly (typeof StagedProposal._output)[];
};
