export type ResponseMemberRows = {
  /** The texts of responses' reasons. */
  readonly reasonsOf: (responseIds: readonly string[]) => Promise<readonly string[]>;
  /** The contributions that responses cover. */
  readonly contributionsOf: (responseIds: readonly string[]) => Promise<readonly string[]>;
};
