export type DutyRows = {
  /** Institutions whose duty to report an institution answers, in the cycle of a commitment; in one window when it is given. */
  readonly answersFor: (
    institutionId: string | undefined,
    commitmentId: string,
    windowId?: string,
  ) => Promise<readonly string[]>;
};
