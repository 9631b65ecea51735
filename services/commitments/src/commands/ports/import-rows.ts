/** What was staged, as it is found by its import. */
export type ImportRows = {
  /** The consultation or call of an import. */
  readonly importOf: (
    importId: string,
  ) => Promise<{ readonly kind: 'contributions' | 'proposals'; readonly ofId: string } | undefined>;
  /** Contributions or proposals that an import would make, and their texts. */
  readonly stagedIn: (
    importId: string,
  ) => Promise<readonly { readonly thingId: string; readonly textIds: readonly string[] }[]>;
};
