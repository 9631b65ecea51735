import type { Provenance, Requirement, RulePack } from '../rule-pack.ts';
import { houseDefaults, ours } from './house-defaults.ts';

const source = 'Rules before 2022 as the IRM judged them: six steps of co-creation';
const believed: Provenance = { source, verification: 'unverified' };
const step = (number: number, check: Requirement['check'], text: string): Requirement => ({
  id: `step-${number}`,
  check,
  text,
  source,
  verification: 'verified',
});

/** The six steps that plans before 2022 were judged by; Korea's fourth plan (2018-09-01 to 2020-08-31) is one. */
export const ogp2017: RulePack = {
  ...houseDefaults,
  id: 'ogp-2017',
  level: 'national',
  title: 'Six steps (before 2022)',
  inForceFrom: null,
  graceUntil: null,
  timetableNoticeDays: 14,
  meetingEveryMonths: 6,
  repositoryUpdatesPerYear: 0,
  monitoringMeetingsPerYear: 0,
  commitmentsAdvised: 15,
  planYears: [2],
  refreshAtMiddle: [],
  amendmentWithinMonths: 12,
  reasonedResponseRequired: false,
  deliveryWithinMonths: 4,
  requirements: [
    step(1, 'timetable-published', 'The timeline of the process is available before it starts.'),
    step(2, 'timetable-in-time', 'The process is announced with notice.'),
    step(3, 'outreach-done', 'Awareness of the process is raised.'),
    step(4, 'inputs-online', 'Inputs are gathered on line.'),
    step(5, 'inputs-in-person', 'Inputs are gathered in person.'),
    step(6, 'comments-summarised', 'A summary of comments is published.'),
  ],
  provenance: {
    timetableNoticeDays: believed,
    meetingEveryMonths: ours,
    repositoryUpdatesPerYear: believed,
    monitoringMeetingsPerYear: believed,
    consultationMinDays: ours,
    commitmentsAdvised: {
      source: 'OGP guidance on action plans: between 5 and 15 commitments',
      verification: 'verified',
    },
    planYears: { source: 'OGP guidance on action plans: two years', verification: 'verified' },
    refreshAtMiddle: believed,
    amendmentWithinMonths: believed,
    reportingEveryMonths: ours,
    warnDaysBefore: ours,
    reasonedResponseRequired: believed,
    responseWithinDays: ours,
    deliveryWithinMonths: {
      source: 'OGP rules on acting contrary to process before 2022: four months late',
      verification: 'verified',
    },
    ladder: ours,
  },
};
