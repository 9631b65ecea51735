import { ObligationDischarged, ObligationReturned, ObligationWithdrawn } from '@madang/contracts';
import { copy } from '@madang/decider';

export type SettlingWriter = {
  readonly settle: (obligationIds: readonly string[]) => Promise<void>;
  readonly unsettle: (obligationIds: readonly string[]) => Promise<void>;
};
type Told = { readonly data: { readonly obligationId: string } };

const settle = (rows: SettlingWriter, facts: readonly Told[]) =>
  rows.settle(facts.map(({ data }) => data.obligationId));

/** What was done or withdrawn meanwhile needs no mail any more; what was returned does again. */
export const settlingCopies = [
  copy(ObligationDischarged, settle),
  copy(ObligationWithdrawn, settle),
  copy(ObligationReturned, (rows: SettlingWriter, facts) =>
    rows.unsettle(facts.map(({ data }) => data.obligationId)),
  ),
];
