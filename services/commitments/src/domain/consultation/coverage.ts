/** Counts over a consultation's contributions. `accepted` are all that were not set aside, answered or not. OGP 4.1 */
export type Coverage = {
  readonly accepted: number;
  readonly setAside: number;
  readonly answered: number;
  readonly waived: number;
  /** Without a published answer, but drafted. */
  readonly drafted: number;
  /** Set aside, with an appeal that nobody has decided. */
  readonly appeals: number;
};

export const unansweredOf = ({ accepted, answered, waived }: Coverage): number =>
  accepted - answered - waived;
