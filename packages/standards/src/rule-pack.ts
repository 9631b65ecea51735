import type { RulePackId } from '@madang/contracts';
import type { Day } from './day.ts';
import type { completionValues, ogpValues, responseOutcomes, sectors } from './words.ts';

/** `verified`: read in the source. `unverified`: believed, not read. `house-default`: no OGP rule, a choice a forum may replace. */
export type Verification = 'verified' | 'unverified' | 'house-default';
export type Provenance = { readonly source: string; readonly verification: Verification };

export type Level = 'national' | 'local';

/** Defaults of the ladder of an obligation. Reminders in calendar days, the rest in working days after the due day. */
export type LadderDefaults = {
  readonly remindBefore: readonly (7 | 3 | 1)[];
  readonly escalateAfter: readonly [number, number];
  readonly silentAfter: number;
};

/** The figures of a pack. 0 for a count means that none is asked for. */
export type Terms = {
  /** Days between the publication of the timetable and the start of development. */
  readonly timetableNoticeDays: number;
  /** Longest time between two meetings of the space for dialogue. */
  readonly meetingEveryMonths: number;
  readonly repositoryUpdatesPerYear: number;
  /** Meetings with civil society on results, per 12 months of implementation. */
  readonly monitoringMeetingsPerYear: number;
  /** Days for which a window for inputs is open, first and last included. */
  readonly consultationMinDays: number;
  /** Advice only: warn above it, never refuse. */
  readonly commitmentsAdvised: number;
  readonly planYears: readonly (2 | 4)[];
  /** Lengths of plan that need a refresh at their middle. */
  readonly refreshAtMiddle: readonly (2 | 4)[];
  /** Months from the plan's start within which commitments may be amended. */
  readonly amendmentWithinMonths: number;
  readonly reportingEveryMonths: number;
  /** Days before a requirement is broken by time alone from which its forum is warned. */
  readonly warnDaysBefore: number;
  readonly reasonedResponseRequired: boolean;
  /** Days after a consultation closes within which its answers are due, unless the timetable says otherwise. */
  readonly responseWithinDays: number;
  /** Months after the end of the last plan within which the next one must be delivered. */
  readonly deliveryWithinMonths: number;
  readonly ladder: LadderDefaults;
};

/** Names of the machine checks; see `checkRequirements`. */
export type CheckName =
  | 'dialogue-regular'
  | 'site-public'
  | 'repository-current'
  | 'timetable-in-time'
  | 'timetable-published'
  | 'outreach-done'
  | 'inputs-gathered'
  | 'inputs-online'
  | 'inputs-in-person'
  | 'contributions-answered'
  | 'comments-summarised'
  | 'results-discussed';

export type Requirement = Provenance & {
  readonly id: string;
  readonly check: CheckName;
  readonly text: string;
};

/** The rules of one generation of OGP as plain data. A cycle keeps the pack it was opened under. */
export type RulePack = Terms & {
  readonly id: RulePackId;
  readonly level: Level;
  readonly title: string;
  /** First day on which a cycle is opened under this pack; null when nothing older is known. */
  readonly inForceFrom: Day | null;
  /** Last day on which an unmet minimum requirement is not yet held against a member; null without such a grace. */
  readonly graceUntil: Day | null;
  readonly requirements: readonly Requirement[];
  /** Where each figure comes from. */
  readonly provenance: Readonly<Record<keyof Terms, Provenance>>;
  readonly completionValues: typeof completionValues;
  readonly responseOutcomes: typeof responseOutcomes;
  readonly ogpValues: typeof ogpValues;
  readonly sectors: typeof sectors;
};
