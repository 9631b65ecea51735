export type ConsultationOfRows = {
  /** The consultations that contributions belong to. */
  readonly consultationsOf: (contributionIds: readonly string[]) => Promise<readonly string[]>;
};
