import type { ObligationKind } from '@madang/contracts';

/** What can be answered to a duty of a kind. */
export const verdictsOf = (kind: ObligationKind) =>
  kind === 'feasibility-opinion'
    ? (['feasible', 'feasible-with-changes', 'not-feasible'] as const)
    : kind === 'sign-off'
      ? (['signed', 'signed-with-reservation', 'declined'] as const)
      : (['done'] as const);
