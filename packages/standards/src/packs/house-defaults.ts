import type { Provenance } from '../rule-pack.ts';
import { completionValues, ogpValues, responseOutcomes, sectors } from '../words.ts';

/** Where OGP gives no figure: a choice of ours. */
export const ours: Provenance = {
  source: 'no OGP rule; a default of this house',
  verification: 'house-default',
};

/** What every pack shares because OGP leaves it open, or never changed it. */
export const houseDefaults = {
  consultationMinDays: 14,
  reportingEveryMonths: 6,
  warnDaysBefore: 30,
  responseWithinDays: 30,
  ladder: { remindBefore: [7, 3, 1], escalateAfter: [3, 10], silentAfter: 20 },
  completionValues,
  responseOutcomes,
  ogpValues,
  sectors,
} as const;
