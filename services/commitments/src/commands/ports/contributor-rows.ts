/** What came from a contributor, over all forums. */
export type ContributorRows = {
  /** Texts that came with an import, each sealed under a key of its own. */
  readonly importedTextsOf: (contributorId: string) => Promise<readonly string[]>;
  /** Forums to which their proposals and contributions came. */
  readonly forumsOfContributor: (contributorId: string) => Promise<readonly string[]>;
};
