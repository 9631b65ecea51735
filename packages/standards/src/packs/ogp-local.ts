import type { Provenance, RulePack } from '../rule-pack.ts';
import { ours } from './house-defaults.ts';
import { ogp2022 } from './ogp-2022.ts';

const source =
  'OGP Local Handbook; local members have minimum requirements of their own, taken here to be those of the five Standards';
const believed: Provenance = { source, verification: 'unverified' };

/**
 * OGP Local. That it has rules of its own is known; their text was not read, so every figure is the national one,
 * unverified, but for the number of commitments.
 */
export const ogpLocal: RulePack = {
  ...ogp2022,
  id: 'ogp-local',
  level: 'local',
  title: 'OGP Local',
  inForceFrom: null,
  graceUntil: null,
  commitmentsAdvised: 5,
  requirements: ogp2022.requirements.map((requirement) => ({ ...requirement, ...believed })),
  provenance: {
    timetableNoticeDays: believed,
    meetingEveryMonths: believed,
    repositoryUpdatesPerYear: believed,
    monitoringMeetingsPerYear: believed,
    consultationMinDays: ours,
    commitmentsAdvised: believed,
    planYears: believed,
    refreshAtMiddle: believed,
    amendmentWithinMonths: believed,
    reportingEveryMonths: ours,
    warnDaysBefore: ours,
    reasonedResponseRequired: believed,
    responseWithinDays: ours,
    deliveryWithinMonths: believed,
    ladder: ours,
  },
};
