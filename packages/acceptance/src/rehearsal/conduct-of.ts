import type { ObligationKind } from '@madang/contracts';
import type { Conduct, Scenario } from '../scenario/scenario.ts';

const usual: Conduct = { does: 'prompt', daysBefore: 4 };

/** How an institution answers an obligation: the first rule of the scenario that fits. */
export const conductOf = (
  scenario: Scenario,
  institution: string,
  kind: ObligationKind,
  window?: number,
): Conduct =>
  scenario.conduct.find(
    (rule) =>
      rule.institution === institution &&
      (rule.kinds?.includes(kind) ?? true) &&
      (rule.windows === undefined || (window !== undefined && rule.windows.includes(window))),
  )?.conduct ?? usual;
