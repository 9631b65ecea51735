export type ResponseMemberRows = {
  /** The contributions that responses cover. */
  readonly contributionsOf: (responseIds: readonly string[]) => Promise<readonly string[]>;
};
