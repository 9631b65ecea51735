/** What can happen to a duty. */
export type DutyTurnWord =
  | 'imposed'
  | 'delegated'
  | 'passed'
  | 'extension-asked'
  | 'extension-refused'
  | 'extended'
  | 'discharged'
  | 'returned'
  | 'silence-stated'
  | 'withdrawn';

/** One turn of a duty, by the sequence of its fact. */
export type DutyTurnRow = {
  readonly sequence: number;
  readonly obligationId: string;
  readonly what: DutyTurnWord;
  readonly at: string;
  readonly institutionId: string | null;
  readonly dueOn: string | null;
  readonly verdict: string | null;
  readonly late: boolean | null;
  readonly textId: string | null;
  readonly evidence: readonly object[];
};
