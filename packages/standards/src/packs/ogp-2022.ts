import type { Provenance, RulePack } from '../rule-pack.ts';
import { houseDefaults, ours } from './house-defaults.ts';

const standards = 'OGP Participation and Co-Creation Standards, in force 2022-01-01';
const read = (standard: number): Provenance => ({
  source: `${standards}, Standard ${standard}`,
  verification: 'verified',
});
const believed = (standard: number): Provenance => ({
  source: `${standards}, Standard ${standard}`,
  verification: 'unverified',
});
const handbook = { source: 'OGP National Handbook, 2022' } as const;

/** Participation and Co-Creation Standards, in force for cycles from 2022-01-01. */
export const ogp2022: RulePack = {
  ...houseDefaults,
  id: 'ogp-2022',
  level: 'national',
  title: 'Participation and Co-Creation Standards (2022)',
  inForceFrom: '2022-01-01',
  graceUntil: '2023-12-31',
  timetableNoticeDays: 14,
  meetingEveryMonths: 6,
  repositoryUpdatesPerYear: 2,
  monitoringMeetingsPerYear: 2,
  commitmentsAdvised: 15,
  planYears: [2, 4],
  refreshAtMiddle: [4],
  amendmentWithinMonths: 12,
  reasonedResponseRequired: true,
  deliveryWithinMonths: 12,
  requirements: [
    {
      id: '1.1',
      check: 'dialogue-regular',
      text: 'A space for dialogue meets at least every six months; its basic rules are public.',
      ...read(1),
    },
    { id: '2.1', check: 'site-public', text: 'A public OGP website is maintained.', ...read(2) },
    {
      id: '2.2',
      check: 'repository-current',
      text: 'A public repository of evidence is updated at least twice a year.',
      ...read(2),
    },
    {
      id: '3.1',
      check: 'timetable-in-time',
      text: 'Timeline and opportunities are published at least two weeks before development starts.',
      ...believed(3),
    },
    {
      id: '3.2',
      check: 'outreach-done',
      text: 'Outreach raises awareness of OGP and of opportunities to take part.',
      ...believed(3),
    },
    {
      id: '3.3',
      check: 'inputs-gathered',
      text: 'A mechanism gathers inputs for an appropriate period.',
      ...believed(3),
    },
    {
      id: '4.1',
      check: 'contributions-answered',
      text: 'Contributors learn how contributions were considered and why some were not adopted.',
      ...read(4),
    },
    {
      id: '5.1',
      check: 'results-discussed',
      text: 'At least two meetings a year with civil society present the results of implementation.',
      ...read(5),
    },
  ],
  provenance: {
    timetableNoticeDays: believed(3),
    meetingEveryMonths: read(1),
    repositoryUpdatesPerYear: read(2),
    monitoringMeetingsPerYear: read(5),
    consultationMinDays: ours,
    commitmentsAdvised: { ...handbook, verification: 'unverified' },
    planYears: { ...handbook, verification: 'verified' },
    refreshAtMiddle: { ...handbook, verification: 'verified' },
    amendmentWithinMonths: { ...handbook, verification: 'unverified' },
    reportingEveryMonths: ours,
    warnDaysBefore: ours,
    reasonedResponseRequired: read(4),
    responseWithinDays: ours,
    deliveryWithinMonths: { source: 'OGP rules on acting contrary to process', verification: 'verified' },
    ladder: ours,
  },
};
