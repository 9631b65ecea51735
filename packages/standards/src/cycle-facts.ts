import type { Day } from './day.ts';

/** A window in which anybody could hand in inputs, both days included. */
export type InputWindow = {
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly channel: 'online' | 'in-person';
};

/**
 * What was recorded, for the machine checks of the minimum requirements. Facts dated after `asOf` are left out, so that
 * a cycle can be judged as of any day.
 */
export type CycleFacts = {
  readonly asOf: Day;
  /** From when regular meetings and updates are expected: the day the forum or the cycle began. */
  readonly assessedFrom: Day;
  /** Days on which government and civil society met in the space for dialogue, in any order. */
  readonly meetingsHeldOn: readonly Day[];
  readonly rulesPublishedOn: Day | null;
  readonly sitePublishedOn: Day | null;
  readonly repositoryUpdatedOn: readonly Day[];
  /** Links of the repository that no longer resolve. */
  readonly repositoryLinksBroken?: number;
  /** `publishedOn`: when this start was first published. When the start is moved, both are those of the move. */
  readonly timetable: { readonly publishedOn: Day; readonly developmentStartsOn: Day } | null;
  /** Development of the plan, from drafting to approval, as it happened. */
  readonly development: { readonly startedOn: Day | null; readonly endedOn: Day | null };
  readonly outreachOn: readonly Day[];
  readonly inputWindows: readonly InputWindow[];
  /** Of the accepted, those with a published answer, and those waived by name with a reason. */
  readonly contributions: { readonly accepted: number; readonly answered: number; readonly waived: number };
  readonly summaryPublishedOn: Day | null;
  readonly implementation: { readonly startsOn: Day; readonly endsOn: Day } | null;
  /** Days on which results were presented to civil society. */
  readonly resultsMeetingsOn: readonly Day[];
};
