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
