export type ConsultationOfRows = {
  /** The consultations that contributions belong to. */
  readonly consultationsOf: (contributionIds: readonly string[]) => Promise<readonly string[]>;
  /** Their texts. */
  readonly textsOf: (contributionIds: readonly string[]) => Promise<readonly string[]>;
};
